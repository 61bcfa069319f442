import type { ConnectOptions, Connection } from './connection.ts';
import { connectPlanetScale } from './planetscale.ts';

/**
 * Opens the database that a URL names: `https:` or `http:` is PlanetScale's protocol, `mysql:` a server reached
 * directly. For Node; what only runs there is loaded when it is asked for.
 */
export async function connect(url: string, options: ConnectOptions = {}): Promise<Connection> {
  const { protocol } = new URL(url);
  switch (protocol) {
    case 'https:':
    case 'http:': {
      const { openNodeTransport } = await import('./node-transport.ts');
      return connectPlanetScale(url, options, openNodeTransport);
    }
    case 'mysql:': {
      const { connectMysql } = await import('./mysql.ts');
      return connectMysql(url, options);
    }
    default:
      throw new TypeError(`A database URL begins with https:, http: or mysql:, not ${protocol}`);
  }
}
