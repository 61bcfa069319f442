import { defaultShouldDehydrateQuery, QueryClient, type QueryClientConfig } from '@tanstack/react-query';
import superjson from 'superjson';

/** For server and browser alike, so that what one writes the other reads. */
export function createQueryClient(config: Pick<QueryClientConfig, 'queryCache' | 'mutationCache'> = {}) {
  return new QueryClient({
    ...config,
    defaultOptions: {
      queries: {
        // What a page was rendered with is fresh: what changes it says so.
        staleTime: 20_000,
        // The last known answer stays; each screen says that it is old, and asks again by itself.
        retry: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
      dehydrate: { serializeData: superjson.serialize, shouldDehydrateQuery: defaultShouldDehydrateQuery },
      hydrate: { deserializeData: superjson.deserialize },
    },
  });
}
