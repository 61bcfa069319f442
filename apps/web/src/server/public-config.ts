import 'server-only';
import { clerkSettings } from '../clerk/clerk-variables.ts';
import { composition } from '../composition.ts';
import { environment } from '../environment.ts';
import type { PublicConfig } from '../public-config.ts';

export async function publicConfig(): Promise<PublicConfig> {
  const { edgeUrl, simulated } = await composition();
  const clerk = clerkSettings(environment());
  return {
    edgeUrl,
    simulated,
    clerk: clerk && { publishableKey: clerk.publishableKey, proxyUrl: clerk.proxyUrl },
  };
}
