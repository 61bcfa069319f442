'use server';

import { messageOf } from '../server/failure.ts';
import { setSessionCookie } from '../server/session-cookie.ts';
import { callsOfRequest } from '../trpc/server.tsx';
import { fieldOf } from './field-of.ts';

export type PasswordState = { kind: 'before' } | { kind: 'changed' } | { kind: 'refused'; message: string };

/** Every session of the person ends with the old password; this browser gets a new one. */
export async function changePassword(_: PasswordState, form: FormData): Promise<PasswordState> {
  try {
    const { caller } = await callsOfRequest();
    const session = await caller.account.changePassword({
      currentPassword: fieldOf(form, 'currentPassword'),
      newPassword: fieldOf(form, 'newPassword'),
    });
    await setSessionCookie(session);
    return { kind: 'changed' };
  } catch (error) {
    return { kind: 'refused', message: await messageOf(error) };
  }
}
