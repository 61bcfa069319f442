'use server';

import { redirect } from 'next/navigation';
import { messageOf } from '../server/failure.ts';
import { clearSessionCookie } from '../server/session-cookie.ts';
import { callsOfRequest } from '../trpc/server.tsx';

/** Ends this session at the server before the browser forgets it. */
export async function signOut(): Promise<void> {
  const { identity, caller } = await callsOfRequest();
  if (identity) await caller.account.signOut();
  await clearSessionCookie();
  redirect('/sign-in');
}

/** Ends every session of the person. Answers only when it could not. */
export async function signOutEverywhere(): Promise<{ message: string } | undefined> {
  try {
    const { identity, caller } = await callsOfRequest();
    if (identity) await caller.account.signOutEverywhere();
  } catch (error) {
    return { message: messageOf(error) };
  }
  await clearSessionCookie();
  redirect('/sign-in');
}
