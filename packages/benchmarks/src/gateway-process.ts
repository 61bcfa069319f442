import { once } from 'node:events';
import { startPlanetScaleGateway } from '@resumint/local-stack';
import { z } from 'zod';

const Options = z.object({
  databaseUrl: z.string(),
  username: z.string(),
  password: z.string(),
  latencyMs: z.number(),
});

// In a process of its own, as a gateway is, so that its work is not taken for the client's.
const [, , options = ''] = process.argv;
const gateway = await startPlanetScaleGateway(Options.parse(JSON.parse(options)));
process.send?.(gateway.url);
await once(process, 'disconnect');
await gateway.stop();
