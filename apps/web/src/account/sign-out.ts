'use server';

import { redirect } from 'next/navigation';
import { clearSessionCookie } from '../server/session-cookie.ts';
import { callsOfRequest } from '../trpc/server.tsx';

/** Ends the session at the server before the browser forgets it. */
export async function signOut(): Promise<void> {
  const { identity, caller } = await callsOfRequest();
  if (identity) await caller.account.signOut();
  await clearSessionCookie();
  redirect('/sign-in');
}
