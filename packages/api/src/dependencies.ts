import type { Auth } from '@resumint/auth';
import type { Database } from '@resumint/drizzle';
import type { Metering } from '@resumint/metering';
import type { CallRate } from './call-rate/create-call-rate.ts';

/** What a mount hands to the router. The same on Node and at the edge, but for what only Node can do. */
export interface Dependencies {
  db: Database;
  auth: Auth;
  metering: Metering;
  /** One for all requests of a process: it counts them. */
  callRate: CallRate;
  /** Reads an uploaded file. Only where the mount can: the edge cannot read PDF files. */
  extractText?: ExtractText;
  /** Lets work outlive the response that it belongs to. */
  keepAlive: (work: Promise<unknown>) => void;
  /** Aborted when the process is asked to stop: running calls settle what has arrived. */
  shutdown: AbortSignal;
  /** Hears of failures that no person is told about. Gets no personal text. */
  report: (error: unknown) => void;
}

export type ExtractText = (file: {
  bytes: Uint8Array;
  name: string;
}) => Promise<{ text: string; pages: number; mediaType: string }>;
