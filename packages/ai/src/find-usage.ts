import type { ModelUsage } from './model.ts';

/** What a provider knows of a response: what it used, that it is still being made, or nothing. */
export type FoundUsage = { kind: 'known'; usage: ModelUsage } | { kind: 'pending' } | { kind: 'unknown' };

/** Asks a provider once what a response really used. Throws a ModelError when it does not answer. */
export type FindUsage = (responseId: string, signal: AbortSignal) => Promise<FoundUsage>;
