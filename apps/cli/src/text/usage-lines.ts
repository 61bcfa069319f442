import type { Summary, UsageOfLimit, WindowUsage } from '../answers.ts';
import type { Screen } from '../io.ts';
import { formatAmount } from './format-amount.ts';
import { formatBar } from './format-bar.ts';
import { formatCount } from './format-count.ts';
import { formatMoney } from './format-money.ts';
import { formatTable } from './format-table.ts';
import { formatDate, formatTime } from './format-time.ts';
import { LIMIT_TITLES } from './limit-names.ts';
import { paint } from './paint.ts';

const WIDEST_BAR = 40;
const NARROWEST_BAR = 10;
/** What stands beside a bar, roughly. */
const BESIDE_BAR = 60;

export function usageLines(summary: Summary, screen: Screen): string[] {
  const { zone, nextZone, lifetime, inFlight } = summary;
  return [
    paint(screen, 'bold', `Usage on plan ${summary.plan}, as of ${formatTime(summary.at, zone)}`),
    ...(nextZone === null
      ? []
      : [`Days run in ${nextZone} from ${formatTime(summary.day.resetsAt, zone)} on.`]),
    '',
    ...windowLines('Day', summary.day, { zone, screen }),
    ...windowLines('Month', summary.month, { zone, screen }),
    ...summary.warnings.map(({ limit, percentUsed, warnAtPercent }) =>
      paint(
        screen,
        'yellow',
        `! ${percentUsed} % of ${LIMIT_TITLES[limit]} is used (warned from ${warnAtPercent} %)`,
      ),
    ),
    `Running   ${inFlight.running} of at most ${inFlight.allowed} calls at once`,
    `In all    ${formatMoney(lifetime.costNanos)} for ${formatCount(lifetime.tokens)} tokens in ${formatCount(lifetime.operations)} calls`,
    ...pastMonthLines(summary),
  ];
}

function windowLines(
  title: string,
  window: WindowUsage,
  { zone, screen }: { zone: string; screen: Screen },
): string[] {
  return [
    `${title.padEnd(8)}  resets ${formatTime(window.resetsAt, zone)}`,
    limitLine('tokens', window.tokens, { unit: 'tokens', screen }),
    limitLine('cost', window.cost, { unit: 'nanos', screen }),
    '',
  ];
}

function limitLine(
  title: string,
  { limit, used, held, remaining, percentUsed, isNear }: UsageOfLimit,
  { unit, screen }: { unit: 'tokens' | 'nanos'; screen: Screen },
): string {
  const amount = (value: bigint | null) => formatAmount(value, unit);
  const heldNote = held > 0n ? ` + ${amount(held)} held` : '';
  if (limit === null) return `  ${title.padEnd(6)}  ${amount(used)} used${heldNote}, unlimited`;
  const width = Math.max(NARROWEST_BAR, Math.min(WIDEST_BAR, screen.columns - BESIDE_BAR));
  const color = used >= limit ? 'red' : isNear ? 'yellow' : null;
  const bar = paint(screen, color, formatBar({ used, held, limit }, width));
  return `  ${title.padEnd(6)}  ${bar} ${`${percentUsed} %`.padStart(7)}  ${amount(used)} used${heldNote} of ${amount(limit)}, ${amount(remaining)} left`;
}

function pastMonthLines({ pastMonths, zone }: Summary): string[] {
  if (pastMonths.length === 0) return [];
  const rows = pastMonths.map(({ startsAt, tokens, costNanos, operations }) => [
    formatDate(startsAt, zone),
    formatCount(tokens),
    formatMoney(costNanos),
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
