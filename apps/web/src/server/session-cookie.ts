import 'server-only';
import type { Outputs } from '@resumint/client';
import { cookies } from 'next/headers';
import { environment } from '../environment.ts';

const NAME = 'resumint_session';

/** Out of reach of scripts, and never sent along with a request that another site makes. */
export async function setSessionCookie({ token, expiresAt }: Outputs['account']['signIn']): Promise<void> {
  (await cookies()).set(NAME, token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: environment().APP_ORIGIN.startsWith('https:'),
    path: '/',
    expires: expiresAt,
  });
}

export async function clearSessionCookie(): Promise<void> {
  (await cookies()).delete(NAME);
}
