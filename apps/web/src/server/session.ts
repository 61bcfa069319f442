import 'server-only';
import { unstable_rethrow, redirect } from 'next/navigation';
import { callsOfRequest } from '../trpc/server.tsx';

/** Who asks for this page. Nobody is led to the sign-in. Throws where the database cannot say who it is. */
export async function requireIdentity() {
  const { identity } = await callsOfRequest();
  return identity ?? redirect('/sign-in');
}

/** For pages that anyone may see, also while the database is away. */
export async function isSignedIn(): Promise<boolean> {
  try {
    return (await callsOfRequest()).identity !== null;
  } catch (error) {
    unstable_rethrow(error);
    return false;
  }
}
