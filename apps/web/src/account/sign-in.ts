'use server';

import { redirect } from 'next/navigation';
import { setSessionCookie } from '../server/session-cookie.ts';
import { messageOf } from '../server/failure.ts';
import { callsOfRequest } from '../trpc/server.tsx';
import { fieldOf } from './field-of.ts';
import { localPath } from './local-path.ts';

export interface SignInState {
  /** What was typed stays. */
  email: string;
  message: string | null;
}

export async function signIn(_: SignInState, form: FormData): Promise<SignInState> {
  const email = fieldOf(form, 'email');
  try {
    const { caller } = await callsOfRequest();
    await setSessionCookie(await caller.account.signIn({ email, password: fieldOf(form, 'password') }));
  } catch (error) {
    return { email, message: await messageOf(error) };
  }
  redirect(localPath(fieldOf(form, 'next')));
}

export async function signUp(_: SignInState, form: FormData): Promise<SignInState> {
  const email = fieldOf(form, 'email');
  try {
    const { caller } = await callsOfRequest();
    const zone = fieldOf(form, 'zone') || 'UTC';
    await setSessionCookie(await caller.account.signUp({ email, password: fieldOf(form, 'password'), zone }));
  } catch (error) {
    return { email, message: await messageOf(error) };
  }
  redirect(localPath(fieldOf(form, 'next')));
}
