import { LIMIT_TITLES, describeWay, formatAmount, formatTime } from '@resumint/wording';
import type { Denial } from '../answers.ts';
import { PROGRAM } from '../command.ts';
import { LIMIT_FLAGS, isWindowLimit } from './limit-names.ts';

export type CallCommand = 'parse FILE' | 'summarize RESUME_ID';

export interface DenialContext {
  /** The command that was refused, as it is typed; null where no call was asked for. */
  call: CallCommand | null;
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

function waysOn(denial: Denial, { call, isOwnLimit }: DenialContext): string[] {
  const { limit, unit, remaining, resetsAt, zone, waysThrough } = denial;
  const ways = waysThrough.map((way) =>
    way.kind === 'withoutAi' && call === 'parse FILE'
      ? `go on without AI: "${PROGRAM} parse FILE --free" costs nothing`
      : `${describeWay(way, zone)}${commandFor(way, call)}`,
  );
  if (isOwnLimit && isWindowLimit(limit)) {
    ways.unshift(`take your own lower limit away: "${PROGRAM} limits restore ${LIMIT_FLAGS[limit].flag}"`);
  }
  if (resetsAt === null && remaining > 0n && unit !== 'calls') {
    ways.unshift('ask for less, with a smaller document or resume');
  }
  return ways;
}

/** What to type for a way on, where there is something to type. */
function commandFor(way: Denial['waysThrough'][number], call: CallCommand | null): string {
  switch (way.kind) {
    case 'smallerOutput':
      return call === null ? '' : `: "${PROGRAM} ${call} --max-output ${way.maxOutputTokens}"`;
    case 'cheaperModel':
      return call === null ? '' : `: "${PROGRAM} ${call} --model ${way.model}"`;
    case 'plan':
      return `; an admin moves you there: "${PROGRAM} admin plan EMAIL ${way.plan}"`;
    case 'wait':
    case 'withoutAi':
      return '';
  }
}
