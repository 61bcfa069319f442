import type { LedgerRow } from '../ledger/rows.ts';
import { add, NOTHING, subtract, type Amount } from '../stream/state.ts';
import type { AuditedRows } from './audit-rows.ts';
import { dueAt } from './due-at.ts';
import type { AuditFinding } from './finding.ts';
import type { Tally } from './tally.ts';

export interface StreamAudit extends Tally {
  /** The database's time. */
  checkedAt: Date;
  from: { kind: 'start' | 'checkpoint' | 'entry'; seq: number };
  /** The lifetime before the entries that were counted; nothing from the start. */
  before: Amount;
  /** The lifetime after the last entry, with what has fallen due since: so it is in `charged`, too. */
  meter: Amount & { operations: number };
  /** Whether the meter is what was before, was charged and was adjusted, to the token and nano-dollar. */
  isExact: boolean;
  /** At most the first 1 000. */
  findings: AuditFinding[];
  found: number;
}

/** Where an audit began, and what was found before the first row. */
interface Begun {
  kind: StreamAudit['from']['kind'];
  seq: number;
  clock: number;
  findings: AuditFinding[];
}

const NOTHING_DUE = { ...NOTHING, operations: 0 };

/** Compares what the rows add up to with what the last of them says. */
export function concludeAudit(
  { tally, first, head, ...audited }: AuditedRows,
  { kind, seq, clock, findings }: Begun,
): StreamAudit {
  const isWhole = kind === 'start' || first === null;
  const before = isWhole ? NOTHING : subtract(lifetimeOf(first), ownOf(first));
  // What is not sound is told as it is written.
  const due = head && audited.found === 0 ? dueAt(head, clock) : NOTHING_DUE;
  const written = head ? lifetimeOf(head) : NOTHING_DUE;
  const meter = { ...add(written, due), operations: written.operations + due.operations };
  const charged = add(tally.charged, due);
  return {
    ...tally,
    charged,
    checkedAt: new Date(clock),
    from: { kind, seq },
    before,
    meter,
    isExact: isSum(meter, [before, charged, tally.adjusted]),
    findings: [...findings, ...audited.findings],
    found: findings.length + audited.found,
  };
}

const SPENDING: ReadonlySet<string> = new Set(['settle', 'expire', 'correct', 'adjust']);

function lifetimeOf({ lifetimeTokens, lifetimeCostNanos, lifetimeOperations }: LedgerRow) {
  return { tokens: lifetimeTokens, costNanos: lifetimeCostNanos, operations: lifetimeOperations };
}

/** What an entry itself added to the lifetime. */
function ownOf({ kind, tokens, costNanos }: LedgerRow): Amount {
  return SPENDING.has(kind) ? { tokens, costNanos } : NOTHING;
}

function isSum(total: Amount, parts: Amount[]): boolean {
  const rest = parts.reduce<Amount>(subtract, total);
  return rest.tokens === 0 && rest.costNanos === 0n;
}
