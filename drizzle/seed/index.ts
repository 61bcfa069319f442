import { defaultTerms, writeHistory, type Ledger } from '@resumint/metering';
import { callsOf, dailyCalls, decisionsFor, pastCalls } from './history.ts';
import { SCENARIOS, type Scenario } from './scenarios.ts';

export { HEAVY, heavyPeople } from './heavy/heavy-people.ts';
export { seedHeavy, type HeavySeed } from './heavy/seed-heavy.ts';
export { isScenario, SCENARIOS, type Scenario } from './scenarios.ts';

const DAY_MS = 86_400_000;
const TOKENS_PER_DAY = 10_000;
const PATTERNS = { occasional: pastCalls, daily: dailyCalls };

/** Writes the stream of a new person as a scenario has it, by the ledger's own decisions. */
export async function seedStream(
  ledger: Ledger,
  userId: string,
  { scenario, zone, now }: { scenario: Scenario; zone: string; now: number },
): Promise<void> {
  const { percentOfToday, daysBefore, pattern } = SCENARIOS[scenario];
  const calls = [
    ...PATTERNS[pattern](daysBefore, now - DAY_MS),
    ...callsOf((TOKENS_PER_DAY * percentOfToday) / 100, now),
  ];
  await writeHistory(ledger, userId, {
    terms: defaultTerms(zone),
    openedAt: now - (daysBefore + 1) * DAY_MS,
    decisions: calls.flatMap(decisionsFor),
  });
}
