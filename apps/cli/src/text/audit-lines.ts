import { formatCount, formatTime } from '@resumint/wording';
import type { Audit } from '../answers.ts';

const TRUSTED = {
  checkpoint: 'up to which it was found in order before',
  entry: 'whose totals were taken as they are',
} as const;

/** What was verified, the sum in exact nano-dollars, and what was found. */
export function auditLines(audit: Audit, zone: string): string[] {
  const { from, entries, receipts, findings, found } = audit;
  const where =
    from.kind === 'start' ? 'the first entry' : `entry ${formatCount(from.seq)}, ${TRUSTED[from.kind]}`;
  return [
    `Verified ${formatCount(entries)} entries with ${formatCount(receipts)} calls from ${where} on, at ${formatTime(audit.checkedAt, zone)}.`,
    sumLine(audit),
    ...(found === 0 ? ['Nothing was edited, taken out or put in, and every total is right.'] : []),
    ...findings.map(({ seq, problem, detail }) => `! Entry ${seq} (${problem}) ${detail}`),
    ...(found > findings.length ? [`! and ${formatCount(found - findings.length)} more`] : []),
  ];
}

function sumLine({ meter, before, charged, adjusted, isExact }: Audit): string {
  const hasBefore = before.tokens !== 0 || before.costNanos !== 0n;
  const parts = [
    ...(hasBefore ? [`before ${describe(before)}`] : []),
    `receipts ${describe(charged)}`,
    `adjustments ${describe(adjusted)}`,
  ];
  const [mark, is] = isExact ? ['', 'is'] : ['! ', 'is not'];
  return `${mark}The meter says ${describe(meter)}; that ${is} ${parts.join(' + ')}.`;
}

function describe({ tokens, costNanos }: { tokens: number; costNanos: bigint }): string {
  return `${formatCount(tokens)} tokens for ${formatCount(costNanos)} nano-dollars`;
}
