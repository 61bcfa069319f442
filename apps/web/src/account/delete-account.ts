'use server';

import { messageOf } from '../server/failure.ts';
import { clearSessionCookie } from '../server/session-cookie.ts';
import { callsOfRequest } from '../trpc/server.tsx';
import { fieldOf } from './field-of.ts';

export interface DeletionState {
  isDeleted: boolean;
  /** Why it could not be deleted. */
  message: string | null;
}

/** Deletes the account for good where the password is right, and signs the browser out. */
export async function deleteAccount(_: DeletionState, form: FormData): Promise<DeletionState> {
  try {
    const { caller } = await callsOfRequest();
    await caller.account.delete({ password: fieldOf(form, 'password') });
  } catch (error) {
    return { isDeleted: false, message: await messageOf(error) };
  }
  await clearSessionCookie();
  return { isDeleted: true, message: null };
}
