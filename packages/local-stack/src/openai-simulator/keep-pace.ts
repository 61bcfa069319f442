import { setTimeout as sleep } from 'node:timers/promises';
import { asKind, type Fault } from './faults.ts';

/** Takes the time that so many tokens take. Rejects when the client leaves meanwhile. */
export async function keepPace(
  tokens: number,
  { tokensPerSecond, fault, closed }: { tokensPerSecond: number; fault: Fault | null; closed: AbortSignal },
): Promise<void> {
  if (tokens === 0) return;
  const delayMs = (tokens / tokensPerSecond) * 1000 + (asKind(fault, 'slow')?.delayMs ?? 0);
  if (delayMs > 0) await sleep(delayMs, undefined, { signal: closed });
}
