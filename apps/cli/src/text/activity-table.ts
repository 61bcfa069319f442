import { formatClock, formatCount, formatMoney } from '@resumint/wording';
import type { ActivityEntry } from '../answers.ts';
import { formatTable } from './format-table.ts';
import { printable } from './printable.ts';

export function activityTable(
  entries: ActivityEntry[],
  { zone, columns }: { zone: string; columns: number | null },
): string[] {
  const table = formatTable(
    [
      { title: 'Begun' },
      { title: 'What' },
      { title: 'For', isOptional: true },
      { title: 'Model', isOptional: true },
      { title: 'Outcome' },
      { title: 'Tokens', align: 'right', isOptional: true },
      { title: 'Charged', align: 'right' },
      { title: 'Receipt' },
    ],
    entries.map((entry) => cellsOf(entry, zone)),
    columns,
  );
  return [`Times are in ${zone}.`, '', ...table];
}

function cellsOf(entry: ActivityEntry, zone: string): string[] {
  if (entry.kind === 'adjustment') {
    const { at, reason, tokens, costNanos, operationId } = entry;
    return [
      formatClock(at, zone),
      reason,
      '',
      '',
      'adjusted',
      formatCount(tokens),
      formatMoney(costNanos),
      operationId,
    ];
  }
  const { status, outcome, charged, isEstimated } = entry;
  return [
    formatClock(entry.startedAt, zone),
    entry.operation,
    printable(entry.subject?.title ?? ''),
    entry.model,
    status === 'held' ? 'running' : status === 'settled' ? (outcome ?? status) : status,
    formatCount(charged.tokens),
    formatMoney(charged.costNanos) + (isEstimated ? ' (estimate)' : ''),
    entry.operationId,
  ];
}
