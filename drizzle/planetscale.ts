import { Client } from '@planetscale/database';
import { drizzle } from 'drizzle-orm/planetscale-serverless';
import { DEFAULT_TIMEOUT_MS, statementLogger, type ConnectOptions, type Connection } from './connection.ts';
import { openFetch, type OpenTransport } from './transport.ts';

/** PlanetScale's HTTP protocol, for Node and the edge. A `Client`, since a shared `Connection` would share its session. */
export function connectPlanetScale(
  url: string,
  options: ConnectOptions = {},
  openTransport: OpenTransport = openFetch,
) {
  const transport = openTransport(options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  const client = new Client({ url, fetch: transport.send });
  return {
    db: drizzle({ client, logger: statementLogger(options) }),
    close: () => Promise.resolve(transport.close()),
  } satisfies Connection;
}
