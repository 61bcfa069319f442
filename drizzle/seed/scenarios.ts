/**
 * What a person has used when a scenario begins: in percent of the running day's tokens, on how many days before, and
 * whether on most of those or on each.
 */
export const SCENARIOS = {
  empty: { percentOfToday: 0, daysBefore: 0, pattern: 'occasional' },
  normal: { percentOfToday: 12, daysBefore: 40, pattern: 'occasional' },
  'near-limit': { percentOfToday: 86, daysBefore: 40, pattern: 'occasional' },
  'over-limit': { percentOfToday: 100, daysBefore: 40, pattern: 'occasional' },
  habitual: { percentOfToday: 12, daysBefore: 120, pattern: 'daily' },
} as const;

export type Scenario = keyof typeof SCENARIOS;

export function isScenario(name: string): name is Scenario {
  return name in SCENARIOS;
}
