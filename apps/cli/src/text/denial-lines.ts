import type { Denial } from '../answers.ts';
import { PROGRAM } from '../command.ts';
import { formatAmount } from './format-amount.ts';
import { formatTime } from './format-time.ts';
import { LIMIT_TITLES } from './limit-names.ts';

/** Why a call was refused, to the number, and what can be done about it. */
export function denialLines(denial: Denial): string[] {
  const { limit, unit, allowed, used, held, requested, remaining, resetsAt, zone } = denial;
  const amount = (value: bigint) => formatAmount(value, unit);
  return [
    `Limit      ${LIMIT_TITLES[limit]}: ${amount(allowed)}`,
    `Used       ${amount(used)}`,
    `Held       ${amount(held)} by calls that are running`,
    `Left       ${amount(remaining)}`,
    `Asked for  ${amount(requested)}, the most that this call could take`,
    resetsAt ? `Resets     ${formatTime(resetsAt, zone)}` : 'Resets     never: time alone does not make room',
    ...denial.waysThrough.map((way) => `You can    ${describeWay(way, zone)}`),
  ];
}

function describeWay(way: Denial['waysThrough'][number], zone: string): string {
  switch (way.kind) {
    case 'wait':
      return `wait until ${formatTime(way.until, zone)}`;
    case 'withoutAi':
      return `go on without AI: "${PROGRAM} parse FILE --free" costs nothing`;
  }
}
