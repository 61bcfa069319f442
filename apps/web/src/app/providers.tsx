'use client';

import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { PublicConfigContext, type PublicConfig } from '../public-config.ts';
import { resolveVariables, theme } from '../theme.ts';
import { TrpcProvider } from '../trpc/provider.tsx';

interface ProvidersProps {
  config: PublicConfig;
  children: ReactNode;
}

export function Providers({ config, children }: ProvidersProps) {
  return (
    <PublicConfigContext value={config}>
      <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} defaultColorScheme="auto">
        <TrpcProvider edgeUrl={config.edgeUrl}>{children}</TrpcProvider>
      </MantineProvider>
    </PublicConfigContext>
  );
}
