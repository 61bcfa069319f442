import { formatCount } from './format-count.ts';
import { formatMoney } from './format-money.ts';

interface Amount {
  tokens: number;
  costNanos: bigint;
}

/** What an audit of a person's record found. */
export interface AuditReport {
  from: { kind: 'start' | 'checkpoint' | 'entry'; seq: number };
  entries: number;
  receipts: number;
  adjusted: Amount;
  meter: Amount;
  isExact: boolean;
  findings: readonly { seq: number; problem: AuditProblem }[];
  found: number;
}

export type AuditProblem =
  'edited' | 'missing' | 'inserted' | 'cut' | 'wrongTotal' | 'unreadable' | 'forgedCheckpoint';

export interface DescribedAudit {
  isSound: boolean;
  title: string;
  details: string;
  /** Each thing that is wrong, the first few. */
  problems: string[];
}

const PROBLEMS: Record<AuditProblem, string> = {
  edited: 'was changed after it was written',
  missing: 'is missing',
  inserted: 'was put in later',
  cut: 'is where your record was cut off',
  wrongTotal: 'carries a total that is not the sum of the entries before it',
  unreadable: 'cannot be read',
  forgedCheckpoint: 'is named by a checkpoint that was not signed here',
};

const MOST_NAMED = 5;

/** What an audit means for the person whose record it is. */
export function describeAudit(audit: AuditReport): DescribedAudit {
  return audit.isExact && audit.found === 0 ? describeSound(audit) : describeBroken(audit);
}

function describeSound(audit: AuditReport): DescribedAudit {
  const { from, entries, receipts, adjusted, meter } = audit;
  const counted = `${formatCount(receipts)} ${receipts === 1 ? 'receipt' : 'receipts'}`;
  const hasAdjustments = adjusted.tokens !== 0 || adjusted.costNanos !== 0n;
  const parts = `${counted}${hasAdjustments ? ' and of what was adjusted' : ''}`;
  const isWhole = from.kind === 'start';
  const isNew = isWhole && receipts === 0 && !hasAdjustments;
  return {
    isSound: true,
    title: isNew
      ? 'There is no receipt yet, your meter stands at nothing, and the chain is unbroken'
      : isWhole
        ? `Your meter equals the sum of your ${parts}, and the chain is unbroken`
        : `Your meter equals what stood at entry ${formatCount(from.seq)} and your ${counted} since, and the chain is unbroken from there`,
    details: `${formatMoney(meter.costNanos)} and ${formatCount(meter.tokens)} tokens in all, to the nano-dollar. ${formatCount(entries)} ${entries === 1 ? 'entry was' : 'entries were'} checked${isWhole ? ': all there are' : ''}.`,
    problems: [],
  };
}

function describeBroken({ isExact, found, findings, entries }: AuditReport): DescribedAudit {
  const named = findings
    .slice(0, MOST_NAMED)
    .map(({ seq, problem }) => `Entry ${formatCount(seq)} ${PROBLEMS[problem]}.`);
  const more = found - named.length;
  return {
    isSound: false,
    title: isExact ? 'The chain of your record is broken' : 'Your meter is not the sum of your receipts',
    details: `${formatCount(entries)} ${entries === 1 ? 'entry was' : 'entries were'} checked.`,
    problems: more > 0 ? [...named, `And ${formatCount(more)} more.`] : named,
  };
}
