import { answerAtOnce } from './answer-at-once.ts';
import type { Exchange } from './create-response.ts';
import type { Fault } from './faults.ts';
import type { ResponsePlan } from './plan-response.ts';
import { openAccount } from './production-account.ts';
import type { ResponseIds, WireResponse } from './response-object.ts';
import type { SimulatorState } from './simulator-state.ts';
import { streamResponse } from './stream-response.ts';

export interface Production {
  plan: ResponsePlan;
  ids: ResponseIds;
  /** How the input began. */
  input: string;
  started: WireResponse;
  finished: () => WireResponse;
  fault: Fault | null;
  isStreamed: boolean;
}

/**
 * Says what is planned, at the simulator's pace, and keeps account of how far it came: when the client leaves
 * or a fault breaks it off, what was produced until then is what was spent.
 */
export async function produce(
  production: Production,
  state: SimulatorState,
  exchange: Exchange,
): Promise<void> {
  const account = openAccount(production, state, exchange.key);
  try {
    const say = production.isStreamed ? streamResponse : answerAtOnce;
    await say(production, state, { ...exchange, account });
  } finally {
    account.close('cancelled');
  }
}
