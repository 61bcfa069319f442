import type { Inputs } from '@resumint/client';
import type { OptionSpec } from '../command.ts';
import { usageError } from '../command-error.ts';

type Query = NonNullable<Exclude<Inputs['usage']['analytics'], void>>;
type Period = NonNullable<Query['period']>;
type Step = NonNullable<Query['step']>;
type Grouping = NonNullable<Query['grouping']>;

const PERIODS = {
  'this-month': 'thisMonth',
  'last-month': 'lastMonth',
  '7-days': 'last7Days',
  '30-days': 'last30Days',
  '90-days': 'last90Days',
  '12-months': 'last12Months',
} as const satisfies Record<string, Period>;
const STEPS = { day: 'day', month: 'month' } as const satisfies Record<Step, Step>;
const GROUPINGS = {
  operation: 'operation',
  model: 'model',
  outcome: 'outcome',
} as const satisfies Record<Grouping, Grouping>;

export const ANALYTICS_OPTIONS = {
  period: { type: 'string', value: 'NAME', about: `one of ${Object.keys(PERIODS).join(', ')}` },
  by: { type: 'string', value: 'NAME', about: 'day or month' },
  group: { type: 'string', value: 'NAME', about: 'operation, model or outcome' },
} as const satisfies Record<string, OptionSpec>;

type Values = { [Name in keyof typeof ANALYTICS_OPTIONS]?: string | undefined };

/** What the server is asked for, with what is usual in place of what was not given. */
export function analyticsQueryOf({ period = 'this-month', by = 'day', group = 'operation' }: Values) {
  return {
    period: oneOf(PERIODS, '--period', period),
    step: oneOf(STEPS, '--by', by),
    grouping: oneOf(GROUPINGS, '--group', group),
  };
}

function oneOf<Known>(known: Readonly<Record<string, Known>>, option: string, name: string): Known {
  const value = Object.hasOwn(known, name) ? known[name] : undefined;
  if (value !== undefined) return value;
  throw usageError(`${option} takes one of ${Object.keys(known).join(', ')}, not "${name}".`);
}
