import { createContext, use } from 'react';
import type { SimulatedPart } from './environment.ts';

/** What a page may know of the configuration. */
export interface PublicConfig {
  /** Where AI calls go; null where the app answers them itself. */
  edgeUrl: string | null;
  simulated: SimulatedPart[];
  /** How the browser reaches Clerk; null where people sign in with accounts of this app. */
  clerk: { publishableKey: string; proxyUrl: string | null } | null;
}

export const PublicConfigContext = createContext<PublicConfig | null>(null);

export function usePublicConfig(): PublicConfig {
  const config = use(PublicConfigContext);
  if (!config) throw new Error('no configuration around this component');
  return config;
}
