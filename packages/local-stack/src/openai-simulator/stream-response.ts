import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Exchange } from './create-response.ts';
import { EventStream } from './event-stream.ts';
import { breakOff, isDue } from './break-off.ts';
import { keepPace } from './keep-pace.ts';
import type { Production } from './produce.ts';
import type { ProductionAccount } from './production-account.ts';
import { responseEvents } from './response-events.ts';
import type { SimulatorState } from './simulator-state.ts';

const EVENTS_PER_TURN = 64;

export async function streamResponse(
  production: Production,
  state: SimulatorState,
  exchange: Exchange & { account: ProductionAccount },
): Promise<void> {
  const { fault, plan } = production;
  const { account, closed, key } = exchange;
  const events = new EventStream(exchange.response, closed);
  events.open();
  let sent = 0;
  let hasHung = false;
  for (const { event, phase, tokens } of responseEvents(plan, production)) {
    if (phase !== 'start' && isDue(fault, account.deltas, phase)) {
      return breakOff(fault, production, { account, events });
    }
    if (phase !== 'start' && fault?.kind === 'hangAfterFirstEvents' && !hasHung) {
      hasHung = true;
      await state.hung.wait(key, closed);
    }
    await keepPace(tokens, { tokensPerSecond: state.tokensPerSecond, fault, closed });
    // Before it is said that the response ended, so that whoever hears it finds it stored and recorded.
    if (phase === 'end') account.close('finished');
    await events.send(event);
    account.add(tokens, phase);
    sent += 1;
    if (sent % EVENTS_PER_TURN === 0) await nextTurn(undefined, { signal: closed });
  }
  events.end();
}
