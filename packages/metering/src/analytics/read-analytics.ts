import type { Ledger } from '../ledger/ledger.ts';
import { advance } from '../stream/advance.ts';
import type { Grouping } from '../usage/count-dimensions.ts';
import { readHead } from '../usage/read-usage.ts';
import { readUsageIn } from '../usage/read-usage-after.ts';
import { analyze, type Analysis, type Step } from './analyze.ts';
import { daysLookedAt, stretchesOf, type Period } from './period.ts';
import type { State } from '../stream/state.ts';
import type { GroupedRow } from './place-rows.ts';
import { groupRow, readGroupedRows } from './read-grouped-rows.ts';

export interface AnalyticsQuery {
  period: Period;
  step: Step;
  grouping: Grouping;
}

export interface Analytics extends Analysis {
  at: Date;
  zone: string;
}

const DAY_MS = 86_400_000;

/**
 * A person's usage in a period and the one before, by day or month and by group: the roll-up as far as it goes, the
 * entries after it up to the head, and what has fallen due since. So it is of the moment of the head, adds up to the
 * summary of that moment, and does not cost more the longer the stream is.
 */
export async function readAnalytics(
  ledger: Ledger,
  userId: string,
  { period, step, grouping }: AnalyticsQuery,
): Promise<Analytics> {
  const since = new Date(Date.now() - daysLookedAt(period) * DAY_MS);
  // The head is read after the position, which is never past it then.
  const { rows, position } = await readGroupedRows(ledger, userId, { since, grouping });
  const { head, clock } = await readHead(ledger, userId);
  const { state, now, entries } = advance(head, clock);
  const due = entries.map(({ fact }) => fact);
  const after = await readUsageIn(ledger, userId, { after: position, upTo: head.seq, due });
  const all = [...rows, ...after.map((row) => groupRow(row, grouping))];
  return analyticsAt(all, { state, now }, { period, step });
}

/** The same of rows that have all of a person's usage in the period, for the windows of their state at a moment. */
export function analyticsAt(
  rows: readonly GroupedRow[],
  { state, now }: { state: State; now: number },
  { period, step }: Omit<AnalyticsQuery, 'grouping'>,
): Analytics {
  const { zone, anchorDay } = state.terms.inForce;
  const stretches = stretchesOf(period, { zone, anchorDay, ...state });
  return { at: new Date(now), zone, ...analyze(rows, { zone, stretches, step }) };
}
