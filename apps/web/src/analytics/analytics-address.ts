import type { Grouping, Period, Step } from './answers.ts';
import { UNIT_NAMES, type Unit } from './units.ts';

export const ANALYTICS_PATH = '/billing/analytics';

/** What the page shows. */
export interface AnalyticsPlace {
  period: Period;
  step: Step;
  grouping: Grouping;
  unit: Unit;
}

export const PERIOD_NAMES: Record<Period, string> = {
  thisMonth: 'This month',
  lastMonth: 'Last month',
  last7Days: '7 days',
  last30Days: '30 days',
  last90Days: '90 days',
  last12Months: '12 months',
};

export const STEP_NAMES: Record<Step, string> = { day: 'Day', month: 'Month' };

export const GROUPING_NAMES: Record<Grouping, string> = {
  operation: 'Operation',
  model: 'Model',
  outcome: 'Outcome',
};

const USUAL: AnalyticsPlace = { period: 'thisMonth', step: 'day', grouping: 'operation', unit: 'cost' };

type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What the address of the page asks for. What it does not say, or what cannot be meant, is as usual. */
export function readAddress(parameters: Parameters): AnalyticsPlace {
  const oneOf = <Name extends string>(names: Readonly<Record<Name, string>>, key: keyof AnalyticsPlace) => {
    const value = parameters[key];
    const text = typeof value === 'string' ? value : value?.[0];
    return namesOf(names).find((name) => name === text);
  };
  return {
    period: oneOf(PERIOD_NAMES, 'period') ?? USUAL.period,
    step: oneOf(STEP_NAMES, 'step') ?? USUAL.step,
    grouping: oneOf(GROUPING_NAMES, 'grouping') ?? USUAL.grouping,
    unit: oneOf(UNIT_NAMES, 'unit') ?? USUAL.unit,
  };
}

/** The names of a choice, in their order. */
export function namesOf<Name extends string>(names: Readonly<Record<Name, string>>): Name[] {
  return Object.keys(names).filter((name): name is Name => Object.hasOwn(names, name));
}

export function analyticsHref(place: AnalyticsPlace): string {
  const parameters = parametersOf(place);
  return parameters.size === 0 ? ANALYTICS_PATH : `${ANALYTICS_PATH}?${parameters}`;
}

/** The same chart as a file: with all units. */
export function chartFileHref(chart: string, place: AnalyticsPlace): string {
  const parameters = parametersOf({ ...place, unit: USUAL.unit });
  parameters.set('chart', chart);
  return `/api/usage/chart?${parameters}`;
}

function parametersOf({ period, step, grouping, unit }: AnalyticsPlace): URLSearchParams {
  return new URLSearchParams([
    ...(period === USUAL.period ? [] : [['period', period]]),
    ...(step === USUAL.step ? [] : [['step', step]]),
    ...(grouping === USUAL.grouping ? [] : [['grouping', grouping]]),
    ...(unit === USUAL.unit ? [] : [['unit', unit]]),
  ]);
}
