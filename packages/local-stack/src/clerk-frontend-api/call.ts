import type { Client } from './instance.ts';

/** A request as a route sees it. */
export interface Call {
  url: URL;
  form: URLSearchParams;
  /** What the path of the route left open, in order. */
  parameters: string[];
  /** Null for a browser that has no cookie of the stand-in yet. */
  client: Client | null;
}

/** What a route answers. Each answer about a client sets its cookies. */
export type Answer =
  | { kind: 'plain'; body: unknown }
  | { kind: 'client'; response: unknown; client: Client | null }
  | { kind: 'redirect'; location: string; cookies: string[] }
  | { kind: 'script'; text: Buffer };
