'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { PublicConfigContext, usePublicConfig } from '../public-config.ts';
import { trpc } from '../trpc/react.ts';
import { createStateClient } from './create-state-client.ts';
import type { Gallery, GalleryState } from './gallery-file.ts';
import { stateLink } from './state-link.ts';

interface StateProviderProps extends Pick<Gallery, 'failure'> {
  state: GalleryState;
  children: ReactNode;
}

/** Everything inside is in a state: its queries are answered by it, and by nothing else. */
export function StateProvider({ state, failure, children }: StateProviderProps) {
  const config = usePublicConfig();
  const [queryClient] = useState(() => createStateClient({ ...state, failure }));
  const [client] = useState(() => trpc.createClient({ links: [stateLink({ ...state, failure })] }));
  return (
    <PublicConfigContext value={{ ...config, simulated: state.simulated }}>
      <trpc.Provider client={client} queryClient={queryClient}>
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </trpc.Provider>
    </PublicConfigContext>
  );
}
