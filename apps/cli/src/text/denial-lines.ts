import { LIMIT_TITLES, formatAmount, formatTime } from '@resumint/wording';
import type { Denial } from '../answers.ts';
import { PROGRAM } from '../command.ts';
import { LIMIT_FLAGS, isWindowLimit } from './limit-names.ts';

export interface DenialContext {
  /** What was refused reads a document, which rules can do as well. */
  canParseFree: boolean;
  /** The person would have room without a lower limit of their own. */
  isOwnLimit: boolean;
}

/** Why a call was refused, to the number, and what can be done about it. */
export function denialLines(denial: Denial, context: DenialContext): string[] {
  const { limit, unit, allowed, used, held, requested, remaining, resetsAt, zone } = denial;
  return [
    `Limit      ${LIMIT_TITLES[limit]}: ${formatAmount(allowed, unit)}`,
    `Used       ${formatAmount(used, unit, 'up')}`,
    `Held       ${formatAmount(held, unit, 'up')}${held > 0n ? ' by calls that are running' : ''}`,
    `Left       ${formatAmount(remaining, unit, 'down')}`,
    `Asked for  ${formatAmount(requested, unit, 'up')}, the most that this call could take`,
    resetsAt
      ? `Resets     ${formatTime(resetsAt, zone)}`
      : 'Waiting    does not help: time alone does not make room',
    ...waysOn(denial, context).map((way) => `You can    ${way}`),
  ];
}

function waysOn(denial: Denial, { canParseFree, isOwnLimit }: DenialContext): string[] {
  const { limit, unit, remaining, resetsAt, zone, waysThrough } = denial;
  const ways = waysThrough.map((way) => describeWay(way, { zone, canParseFree }));
  if (isOwnLimit && isWindowLimit(limit)) {
    ways.unshift(`take your own lower limit away: "${PROGRAM} limits restore ${LIMIT_FLAGS[limit].flag}"`);
  }
  if (resetsAt === null && remaining > 0n && unit !== 'calls') {
    ways.unshift('ask for less, with a smaller document or resume');
  }
  return ways;
}

function describeWay(
  way: Denial['waysThrough'][number],
  { zone, canParseFree }: { zone: string; canParseFree: boolean },
): string {
  switch (way.kind) {
    case 'wait':
      return `wait until ${formatTime(way.until, zone)}`;
    case 'withoutAi':
      return canParseFree
        ? `go on without AI: "${PROGRAM} parse FILE --free" costs nothing`
        : 'go on without AI: everything that needs none still works';
  }
}
