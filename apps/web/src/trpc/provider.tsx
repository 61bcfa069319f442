'use client';

import { createLinks } from '@resumint/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { createBrowserQueryClient } from './create-browser-query-client.ts';
import { withFreshToken } from './fresh-token.ts';
import { trpc } from './react.ts';

interface TrpcProviderProps {
  edgeUrl: string | null;
  children: ReactNode;
}

export function TrpcProvider({ edgeUrl, children }: TrpcProviderProps) {
  const [queryClient] = useState(createBrowserQueryClient);
  const [client] = useState(() =>
    trpc.createClient({
      links: createLinks({
        url: '/api/trpc',
        edgeUrl: edgeUrl ?? undefined,
        credentials: 'include',
        fetch: withFreshToken((url, init) => fetch(url, init)),
      }),
    }),
  );
  return (
    <trpc.Provider client={client} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </trpc.Provider>
  );
}
