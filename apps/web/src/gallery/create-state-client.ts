import type { QueryClient } from '@tanstack/react-query';
import superjson from 'superjson';
import { createQueryClient } from '../trpc/create-query-client.ts';
import { answerKey } from './answer-key.ts';
import { galleryError } from './gallery-error.ts';
import type { Answer, GalleryState } from './gallery-file.ts';

type Shown = Pick<GalleryState, 'reads' | 'answers'> & { failure: string };

/** A cache that is in a state from the first paint on. */
export function createStateClient({ reads, answers, failure }: Shown): QueryClient {
  const client = createQueryClient();
  const { queries, ...others } = client.getDefaultOptions();
  client.setDefaultOptions({ ...others, queries: { ...queries, staleTime: Infinity, retryOnMount: false } });
  for (const answer of answers) {
    const queryKey = answerKey(answer);
    if (reads === 'answered' || reads === 'outdated') client.setQueryData(queryKey, dataOf(answer));
    if (reads === 'outdated' || reads === 'failed') {
      const query = client.getQueryCache().build(client, client.defaultQueryOptions({ queryKey }));
      query.setState({ status: 'error', error: galleryError('unavailable', failure), errorUpdateCount: 1 });
    }
  }
  return client;
}

function dataOf({ kind, output }: Answer): unknown {
  const data: unknown = superjson.parse(output);
  return kind === 'query' ? data : { pages: [data], pageParams: [null] };
}
