'use server';

import { redirect } from 'next/navigation';
import { messageOf } from '../server/failure.ts';
import { clearSessionCookie } from '../server/session-cookie.ts';
import { callsOfRequest } from '../trpc/server.tsx';

interface SignOutFailure {
  message: string;
}

/** Ends the session of this browser, or every one of the person, before the browser forgets it. Returns only when it could not. */
export async function signOut(which: 'this' | 'every'): Promise<SignOutFailure | undefined> {
  try {
    const { identity, caller } = await callsOfRequest();
    if (identity) await (which === 'every' ? caller.account.signOutEverywhere() : caller.account.signOut());
  } catch (error) {
    return { message: await messageOf(error) };
  }
  await clearSessionCookie();
  redirect('/sign-in');
}
