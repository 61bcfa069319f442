import type { Identity } from '@resumint/auth';
import { createCalls, type Calls } from './calls/calls.ts';
import type { Dependencies } from './dependencies.ts';
import type { ResponseHead } from './http/response-head.ts';

/** What a procedure can reach. The model is not among it: `calls` is the way to it, and meters. */
export interface Context extends Pick<Dependencies, 'db' | 'auth' | 'extractText'> {
  ledger: Dependencies['metering']['ledger'];
  prices: Dependencies['metering']['prices'];
  identity: Identity | null;
  /** The identity where a cookie carries it, as browsers send it by themselves. */
  browserIdentity: Identity | null;
  calls: Calls;
  head: ResponseHead;
}

/** Throws `too_many_requests` for a person over their calls a second, before a statement is sent for them. */
export async function createContext(
  dependencies: Dependencies,
  { headers, head }: { headers: Headers; head: ResponseHead },
): Promise<Context> {
  const { db, auth, metering, extractText, callRate } = dependencies;
  const identity = await auth.authenticate(headers, callRate.admit);
  return {
    db,
    auth,
    ...(extractText && { extractText }),
    ledger: metering.ledger,
    prices: metering.prices,
    identity,
    browserIdentity: headers.has('authorization') ? null : identity,
    calls: createCalls(dependencies),
    head,
  };
}
