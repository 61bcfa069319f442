import type { Identity } from '@resumint/auth';
import { createContext } from './context.ts';
import type { Dependencies } from './dependencies.ts';
import { bareFailure, isOurs, toTrpcError } from './errors.ts';
import { createResponseHead } from './http/response-head.ts';
import { createCaller } from './root.ts';

export interface CallsOfOne {
  identity: Identity | null;
  caller: ReturnType<typeof createCaller>;
}

/**
 * Calls procedures in this process for whoever sent these headers: for pages that are rendered on a server. Where it
 * cannot be told who that is, the failure is reported, and thrown without its causes.
 */
export async function callFor(dependencies: Dependencies, headers: Headers): Promise<CallsOfOne> {
  try {
    const context = await createContext(dependencies, { headers, head: createResponseHead({ headers }) });
    return { identity: context.identity, caller: createCaller(context) };
  } catch (error) {
    if (isOurs(toTrpcError(error))) dependencies.report(error);
    throw bareFailure(error);
  }
}
