import {
  LIMIT_TITLES,
  formatAmount,
  formatCount,
  formatDate,
  formatMoney,
  formatPercent,
  formatTime,
} from '@resumint/wording';
import type { Summary, UsageOfLimit } from '../answers.ts';
import type { Screen } from '../io.ts';
import { formatBar } from './format-bar.ts';
import { formatTable } from './format-table.ts';
import { paint } from './paint.ts';

const WIDEST_BAR = 40;
const NARROWEST_BAR = 10;
/** The title, the percentage and the gaps beside a bar. */
const BESIDE_BAR = 20;
const PLAIN_COLUMNS = 80;

export function usageLines(summary: Summary, screen: Screen): string[] {
  const { zone, nextZone, lifetime, inFlight } = summary;
  return [
    paint(screen, 'bold', `Usage on plan ${summary.plan}, as of ${formatTime(summary.at, zone)}`),
    ...(nextZone === null
      ? []
      : [`Days run in ${nextZone} from ${formatTime(summary.day.resetsAt, zone)} on.`]),
    '',
    ...windowLines(summary, screen),
    ...summary.warnings.map(({ limit, percentUsed, warnAtPercent }) =>
      paint(
        screen,
        'yellow',
        `! ${percentUsed} % of ${LIMIT_TITLES[limit]} is used (warned from ${warnAtPercent} %)`,
      ),
    ),
    ...(summary.enforcement === 'soft' ? ['Limits    only warn: calls that go past them are made'] : []),
    ...summary.operationsToday.map(
      ({ operation, used, held, limit }) =>
        `Today     ${formatCount(used + held)} of at most ${formatCount(limit)} calls of ${operation}`,
    ),
    `Running   ${inFlight.running} of at most ${inFlight.allowed} calls at once`,
    `In all    ${formatMoney(lifetime.costNanos, 'up')} for ${formatCount(lifetime.tokens)} tokens in ${formatCount(lifetime.operations)} calls`,
    ...pastMonthLines(summary),
  ];
}

function windowLines({ day, month, zone }: Summary, screen: Screen): string[] {
  const windows = [
    { title: 'Day', window: day },
    { title: 'Month', window: month },
  ].map(({ title, window: { resetsAt, tokens, cost } }) => ({
    heading: `${title.padEnd(8)}  resets ${formatTime(resetsAt, zone)}`,
    limits: [
      { title: 'tokens', usage: tokens, amounts: describeAmounts(tokens, 'tokens') },
      { title: 'cost', usage: cost, amounts: describeAmounts(cost, 'nanos') },
    ],
  }));
  const widest = Math.max(...windows.flatMap(({ limits }) => limits.map(({ amounts }) => amounts.length)));
  const room = (screen.columns ?? PLAIN_COLUMNS) - BESIDE_BAR - widest;
  const width = Math.max(NARROWEST_BAR, Math.min(WIDEST_BAR, room));
  return windows.flatMap(({ heading, limits }) => [
    heading,
    ...limits.map(
      ({ title, usage, amounts }) => `  ${title.padEnd(6)}  ${barOf(usage, { width, screen })}${amounts}`,
    ),
    '',
  ]);
}

function describeAmounts({ limit, used, held, remaining }: UsageOfLimit, unit: 'tokens' | 'nanos'): string {
  const heldNote = held > 0n ? ` + ${formatAmount(held, unit, 'up')} held` : '';
  const spent = `${formatAmount(used, unit, 'up')} used${heldNote}`;
  if (limit === null) return `${spent}, unlimited`;
  return `${spent} of ${formatAmount(limit, unit)}, ${formatAmount(remaining, unit, 'down')} left`;
}

function barOf(
  { limit, used, held, percentUsed, isNear }: UsageOfLimit,
  { width, screen }: { width: number; screen: Screen },
): string {
  if (limit === null) return '';
  const color = used >= limit ? 'red' : isNear ? 'yellow' : null;
  const bar = paint(screen, color, formatBar({ used, held, limit }, width));
  return `${bar} ${formatPercent(percentUsed ?? 0, { isNothing: used <= 0n }).padStart(7)}  `;
}

function pastMonthLines({ pastMonths, zone }: Summary): string[] {
  if (pastMonths.length === 0) return [];
  const rows = pastMonths.map(({ startsAt, tokens, costNanos, operations }) => [
    formatDate(startsAt, zone),
    formatCount(tokens),
    formatMoney(costNanos, 'up'),
    formatCount(operations),
  ]);
  return [
    '',
    ...formatTable(
      [
        { title: 'Month from' },
        { title: 'Tokens', align: 'right' },
        { title: 'Cost', align: 'right' },
        { title: 'Calls', align: 'right' },
      ],
      rows,
    ),
  ];
}
