import 'server-only';
import { composition } from '../composition.ts';
import type { PublicConfig } from '../public-config.ts';

export async function publicConfig(): Promise<PublicConfig> {
  const { edgeUrl, simulated } = await composition();
  return { edgeUrl, simulated };
}
