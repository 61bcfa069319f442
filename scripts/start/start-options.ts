import { parseArgs } from 'node:util';
import { HEAVY, isScenario, SCENARIOS, type Scenario } from '@resumint/seed';

/** What the demo person has behind them: a scenario of one person, or the heavy one among many. */
export type DemoHistory = { scenario: Scenario } | { scenario: 'heavy'; calls: number };

export interface StartOptions {
  /** Serves what is built already. */
  isBuilt: boolean;
  demo: DemoHistory;
}

const USAGE = `npm start -- [--built] [--scenario ${[...Object.keys(SCENARIOS), 'heavy'].join('|')}] [--calls N]`;

/** From the command line. `--calls` is how many calls everybody together has made, for `heavy` alone. */
export function readStartOptions(args: string[]): StartOptions {
  const { values } = parseArgs({
    args,
    options: {
      built: { type: 'boolean', default: false },
      scenario: { type: 'string', default: 'normal' },
      calls: { type: 'string' },
    },
  });
  return { isBuilt: values.built, demo: readDemo(values.scenario, values.calls) };
}

function readDemo(scenario: string, typed: string | undefined): DemoHistory {
  if (scenario === 'heavy') {
    const calls = Number(typed ?? HEAVY.calls);
    if (Number.isInteger(calls) && calls > 0 && calls <= HEAVY.calls) return { scenario, calls };
  }
  if (isScenario(scenario) && typed === undefined) return { scenario };
  throw new RangeError(USAGE);
}
