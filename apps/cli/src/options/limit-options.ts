import type { WindowLimit } from '../answers.ts';
import type { OptionSpec } from '../command.ts';
import { usageError } from '../command-error.ts';
import { LIMIT_FLAGS, WINDOW_LIMITS } from '../text/limit-names.ts';
import { parseCount, parseDollars } from '../text/parse-amount.ts';

export const LIMIT_OPTIONS = {
  'tokens-per-day': { type: 'string', value: 'N', about: 'tokens in a day' },
  'cost-per-day': { type: 'string', value: '$', about: 'dollars in a day, such as 2.50' },
  'tokens-per-month': { type: 'string', value: 'N', about: 'tokens in a month' },
  'cost-per-month': { type: 'string', value: '$', about: 'dollars in a month' },
} as const satisfies Record<LimitFlag, OptionSpec>;

export type LimitFlag = (typeof LIMIT_FLAGS)[WindowLimit]['flag'];
export type LimitValues = { [Flag in LimitFlag]?: string | undefined };

/** The limits that were named with an amount, by the router's names. */
export function amountsOf(values: LimitValues): Partial<Record<WindowLimit, bigint>> {
  return limitsOf(values, parseLimit);
}

/** As `amountsOf`, with what an admin may set beside amounts. */
export function settingsOf(values: LimitValues): Partial<Record<WindowLimit, bigint | null | 'plan'>> {
  return limitsOf(values, (name, text) => {
    if (text === 'unlimited') return null;
    return text === 'plan' ? text : parseLimit(name, text);
  });
}

/** The limit of a flag's name, such as `tokens-per-day`. */
export function limitNamed(text: string): WindowLimit {
  const name = WINDOW_LIMITS.find((limit) => LIMIT_FLAGS[limit].flag === text);
  if (name) return name;
  throw usageError(`There is no limit "${text}". Take ${Object.keys(LIMIT_OPTIONS).join(', ')}.`);
}

function limitsOf<Value>(
  values: LimitValues,
  read: (name: WindowLimit, text: string) => Value,
): Partial<Record<WindowLimit, Value>> {
  const limits: Partial<Record<WindowLimit, Value>> = {};
  for (const name of WINDOW_LIMITS) {
    const text = values[LIMIT_FLAGS[name].flag];
    if (text !== undefined) limits[name] = read(name, text);
  }
  return limits;
}

function parseLimit(name: WindowLimit, text: string): bigint {
  const { flag, unit } = LIMIT_FLAGS[name];
  return unit === 'tokens' ? parseCount(flag, text) : parseDollars(flag, text);
}
