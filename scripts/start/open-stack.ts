import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startOpenAiSimulator, startPlanetScaleGateway } from '@resumint/local-stack';
import type { Settings } from './settings.ts';
import { startDatabase } from './start-database.ts';

/** About as fast as a real model answers. */
const TOKENS_PER_SECOND = 400;

/** The services that the app is given, and what of them stands in for a real one. */
export interface Stack {
  databaseUrl: string;
  /** Null where the database is somebody's own. */
  localDatabase: { version: string; directUrl: string } | null;
  model: { apiKey: string; baseUrl: string | undefined };
  /** As ALLOW_SIMULATED names them. */
  simulated: ('model' | 'sign-in' | 'mail')[];
  stop: () => Promise<void>;
}

export async function openStack(settings: Settings): Promise<Stack> {
  const { databaseUrl, openAiKey, openAiUrl, hasClerk, mail } = settings;
  const local = databaseUrl === undefined ? await openDatabase(settings) : null;
  const simulator = openAiKey === undefined ? await openModel(settings) : null;
  return {
    databaseUrl: local?.url ?? databaseUrl ?? '',
    localDatabase: local && { version: local.version, directUrl: local.directUrl },
    model: simulator ?? { apiKey: openAiKey ?? '', baseUrl: openAiUrl },
    simulated: [
      ...(simulator ? ['model' as const] : []),
      ...(hasClerk ? [] : ['sign-in' as const]),
      ...('smtpUrl' in mail ? [] : ['mail' as const]),
    ],
    async stop() {
      await simulator?.stop();
      await local?.stop();
    },
  };
}

/** A private server, reached as PlanetScale is: over HTTP, through the gateway. */
async function openDatabase({ dataDirectory, secrets }: Settings) {
  console.log('Starting the database …');
  const server = await startDatabase({
    dataDirectory: join(dataDirectory, 'database'),
    log: (line) => console.log(`  ${line}`),
  });
  const gateway = await startPlanetScaleGateway({
    databaseUrl: server.url,
    username: secrets.gatewayUser,
    password: secrets.gatewayPassword,
  });
  await writeFile(join(dataDirectory, 'database.json'), JSON.stringify({ url: gateway.url }), {
    mode: 0o600,
  });
  return {
    url: gateway.url,
    directUrl: server.url,
    version: server.version,
    async stop() {
      await gateway.stop();
      await server.stop();
    },
  };
}

/** Faults are asked for at this address with this key, so both are left beside the data. */
async function openModel({ dataDirectory, secrets }: Settings) {
  const simulator = await startOpenAiSimulator({ tokensPerSecond: TOKENS_PER_SECOND });
  const control = { url: simulator.url, key: secrets.modelKey };
  await writeFile(join(dataDirectory, 'simulator.json'), JSON.stringify(control), { mode: 0o600 });
  return { apiKey: secrets.modelKey, baseUrl: simulator.url, stop: () => simulator.stop() };
}
