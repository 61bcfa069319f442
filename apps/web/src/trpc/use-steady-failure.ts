'use client';

import { useState } from 'react';

interface Asked {
  data: unknown;
  error: unknown;
  isError: boolean;
  refetch: () => unknown;
}

type Steady<Query extends Asked> = Pick<Query, 'data' | 'refetch'> & {
  error: Query['error'] | null;
  isError: boolean;
};

/**
 * What failed before it had an answer stays failed while it is asked again, where the library calls it loading: a failure
 * that comes and goes every few seconds moves the page, and is read out each time.
 */
export function useSteadyFailure<Query extends Asked>(query: Query): Steady<Query> {
  const { data, error, isError, refetch } = query;
  const [kept, keep] = useState<Query['error'] | null>(null);
  const failure = data === undefined ? (error ?? kept) : null;
  if (failure !== kept) keep(failure);
  return { data, refetch, error: error ?? failure, isError: isError || failure !== null };
}
