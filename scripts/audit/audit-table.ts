import type { AuditOfUser } from '@resumint/metering';

const MOST_FINDINGS_SHOWN = 20;

/** A line a stream, what was found in it below, and the sum of all. */
export function auditTable(audits: AuditOfUser[], seconds: number): string {
  const entries = audits.reduce((sum, audit) => sum + audit.entries, 0);
  const found = audits.reduce((sum, audit) => sum + audit.found, 0);
  const rows = audits.flatMap((audit) => [rowOf(audit), ...findingLines(audit)]);
  const rate = seconds > 0 ? Math.round(entries / seconds) : entries;
  return [
    [
      'User'.padEnd(31),
      'From'.padStart(9),
      'Entries'.padStart(9),
      'Calls'.padStart(8),
      'Tokens'.padStart(12),
      'Nano-dollars'.padStart(18),
      '  Sum',
    ].join(' '),
    ...rows,
    '',
    `${audits.length} streams, ${entries} entries, ${found} findings, in ${seconds.toFixed(1)} s: ${rate} entries a second.`,
  ].join('\n');
}

function rowOf({ userId, from, entries, receipts, meter, isExact }: AuditOfUser): string {
  return [
    userId.padEnd(31),
    String(from.seq).padStart(9),
    String(entries).padStart(9),
    String(receipts).padStart(8),
    String(meter.tokens).padStart(12),
    String(meter.costNanos).padStart(18),
    isExact ? '  exact' : '  WRONG',
  ].join(' ');
}

function findingLines({ findings, found }: AuditOfUser): string[] {
  const shown = findings.slice(0, MOST_FINDINGS_SHOWN);
  return [
    ...shown.map(({ seq, problem, detail }) => `  ! entry ${seq} (${problem}) ${detail}`),
    ...(found > shown.length ? [`  ! and ${found - shown.length} more`] : []),
  ];
}
