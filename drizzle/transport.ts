import type { Config } from '@planetscale/database';

/** How the PlanetScale client sends a statement: what it needs of `fetch`. */
export interface Transport {
  send: NonNullable<Config['fetch']>;
  /** Closes all connections: a statement that is under way fails. */
  close: () => void;
}

/** A request without a whole answer after so long fails, though the server may still run it; none is sent twice. */
export type OpenTransport = (timeoutMs: number) => Transport;

/** By the `fetch` that each platform has. */
export const openFetch: OpenTransport = (timeoutMs) => ({
  send: (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) }),
  close: () => undefined,
});
