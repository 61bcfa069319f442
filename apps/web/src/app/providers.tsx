'use client';

import { MantineProvider } from '@mantine/core';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { PublicConfigContext, type PublicConfig } from '../public-config.ts';
import { resolveVariables, theme } from '../theme.ts';
import { TrpcProvider } from '../trpc/provider.tsx';

// Loaded where Clerk signs people in, and nowhere else.
const ClerkBoundary = dynamic(() => import('../clerk/clerk-boundary.tsx'));

interface ProvidersProps {
  config: PublicConfig;
  nonce: string;
  children: ReactNode;
}

export function Providers({ config, nonce, children }: ProvidersProps) {
  const { clerk, edgeUrl } = config;
  const app = <TrpcProvider edgeUrl={edgeUrl}>{children}</TrpcProvider>;
  return (
    <PublicConfigContext value={config}>
      <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} defaultColorScheme="auto">
        {clerk ? (
          <ClerkBoundary clerk={clerk} nonce={nonce}>
            {app}
          </ClerkBoundary>
        ) : (
          app
        )}
      </MantineProvider>
    </PublicConfigContext>
  );
}
