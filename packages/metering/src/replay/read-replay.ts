import { historyOf, type CallHistory } from '../calls/call-history.ts';
import { receiptOf, type Receipt } from '../calls/receipt.ts';
import { alertsOf, type NewAlert } from '../follower/alerts-of.ts';
import { FIRST_PREDECESSOR } from '../ledger/open-stream.ts';
import { importLedgerKey } from '../ledger/ledger-key.ts';
import { toRows, type LedgerRow } from '../ledger/rows.ts';
import { seal } from '../ledger/seal.ts';
import { advance } from '../stream/advance.ts';
import type { State } from '../stream/state.ts';
import type { Terms } from '../terms/terms.ts';
import { recentCalls, type RecentCall } from '../suggestions/recent-calls.ts';
import { countQuarters, type QuarterRow } from '../usage/count-quarters.ts';
import { countUsage, type UsageRow } from '../usage/count-usage.ts';
import { countMonths, type MonthUsage } from '../usage/count-months.ts';
import { pastMonthsOf } from '../usage/read-months.ts';
import { summarize, type UsageSummary } from '../usage/summarize.ts';
import type { Replay } from './replay.ts';

/** What the reads of the ledger would say of a stream in memory at a time. */
export interface ReadReplay {
  /** Brought to that time. */
  state: State;
  now: number;
  usage: UsageSummary & { pastMonths: MonthUsage[] };
  /** The newest first. */
  receipts: Receipt[];
  usageRows: UsageRow[];
  quarters: QuarterRow[];
  alerts: NewAlert[];
  /** Sealed with `secret`. */
  rows: LedgerRow[];
  /** Of all models where none is named. */
  historyOf: (call: { operation: string; model?: string }) => CallHistory | null;
  /** Completed ones since a time. */
  recentCalls: (since: Date) => RecentCall[];
}

/** Answers by the functions that the reads answer with, with what falls due by then. */
export function readReplay(
  { entries, head }: Replay,
  { userId, clock, secret }: { userId: string; clock: number; secret: string },
): ReadReplay {
  const due = advance(head, clock);
  const written = [...entries, ...due.entries];
  const facts = written.map(({ fact }) => fact);
  const rows = seal(toRows(userId, written), FIRST_PREDECESSOR, importLedgerKey(secret));
  const usageRows = countUsage(facts, []);
  const summary = summarize(head, clock);
  const calls = Map.groupBy(facts, ({ operationId }) => operationId).values();
  return {
    state: due.state,
    now: due.now,
    usage: { ...summary, pastMonths: pastMonthsOf(countMonths(usageRows), summary.month.startsAt) },
    receipts: [...calls].flatMap((ofCall) => receiptOf(ofCall, due.now) ?? []).toReversed(),
    usageRows,
    quarters: countQuarters(facts, []),
    alerts: alertsOf(rows, termsBy(written.map(({ state }) => state))),
    rows,
    historyOf: ({ operation, model }) =>
      historyOf(
        rows.filter((row) => row.operation === operation && (model === undefined || row.model === model)),
      ),
    recentCalls: (since) => recentCalls(rows.filter(({ at }) => at >= since)),
  };
}

function termsBy(states: State[]): (seq: number) => Terms {
  const bySeq = new Map(states.map(({ seq, terms }) => [seq, terms.inForce]));
  return (seq) => {
    const terms = bySeq.get(seq);
    if (!terms) throw new Error(`no entry ${seq} has terms`);
    return terms;
  };
}
