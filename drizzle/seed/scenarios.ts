/** What a person has used when a scenario begins, in percent of the running day's tokens, and before today. */
export const SCENARIOS = {
  empty: { percentOfToday: 0, daysBefore: 0 },
  normal: { percentOfToday: 12, daysBefore: 40 },
  'near-limit': { percentOfToday: 86, daysBefore: 40 },
  'over-limit': { percentOfToday: 100, daysBefore: 40 },
} as const;

export type Scenario = keyof typeof SCENARIOS;

export function isScenario(name: string): name is Scenario {
  return name in SCENARIOS;
}
