import type { Outputs } from '@resumint/client';
import type { ReadReplay } from '@resumint/metering/replay';
import { RESUME_ID } from './calls-of.ts';
import { HOUR_MS, NOW } from './clock.ts';
import { REFUND_ID } from './person-of.ts';
import type { StateOf } from './state-of.ts';

type Quote = Outputs['ai']['quote'];

export const ENTRIES_SHOWN = 25;

/** The newest first, each with what it was for. */
export function receiptsOf({ receipts }: ReadReplay): Outputs['usage']['list']['receipts'] {
  return receipts.map((receipt) => ({
    ...receipt,
    // A call that failed before the provider answered is for nothing that is known.
    subject: receipt.status === 'released' ? null : (SUBJECTS[receipt.operation] ?? null),
  }));
}

export function adjustmentsOf({ refund }: StateOf): Outputs['usage']['adjustments']['adjustments'] {
  if (!refund) return [];
  const { tokens, costNanos, note } = refund;
  const given = { tokens: -tokens, costNanos: -costNanos, note };
  const made = { operationId: REFUND_ID, at: new Date(NOW - HOUR_MS), by: 'admin' } as const;
  return [{ ...made, ...given, scope: 'day', reason: 'refund' }];
}

/** Calls and adjustments as they are looked through. */
export function activityOf(person: ReadReplay, state: StateOf): Outputs['usage']['activity'] {
  const calls = receiptsOf(person).map((receipt) => ({ kind: 'call' as const, ...receipt }));
  const adjustments = adjustmentsOf(state).map((made) => ({
    kind: 'adjustment' as const,
    ...made,
    subject: null,
  }));
  const timeOf = (entry: (typeof calls | typeof adjustments)[number]) =>
    (entry.kind === 'call' ? entry.startedAt : entry.at).getTime();
  const entries = [...calls, ...adjustments].toSorted((left, right) => timeOf(right) - timeOf(left));
  const zone = person.usage.zone;
  return { entries: entries.slice(0, ENTRIES_SHOWN), nextCursor: null, lookedBackTo: null, zone };
}

/** Where a call would be refused now, somebody tried it once. */
export function denialsOf(
  [refused]: readonly { output: Quote }[],
  { usage }: ReadReplay,
): Outputs['usage']['denials'] {
  if (!refused?.output.denial) return { denials: [], nextCursor: null };
  const { operation, denial } = refused.output;
  const counted = { dayStart: usage.day.startsAt, limit: denial.limit, operation };
  return { denials: [{ ...counted, count: 1, lastAt: new Date(NOW) }], nextCursor: null };
}

const SUBJECTS: Record<string, { kind: 'document' | 'resume'; id: string; title: string }> = {
  'resume.parse': { kind: 'document', id: 'doc_00000000000000000000000000', title: 'Ada Lovelace.pdf' },
  'resume.summarize': { kind: 'resume', id: RESUME_ID, title: 'Ada Lovelace, analyst' },
};
