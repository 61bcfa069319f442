import type { Exchange } from './create-response.ts';
import { keepPace } from './keep-pace.ts';
import type { Production } from './produce.ts';
import type { ProductionAccount } from './production-account.ts';
import { wireUsage } from './response-object.ts';
import { sendJson } from './send-json.ts';
import type { SimulatorState } from './simulator-state.ts';

/** The answer to a request without `stream`. Faults of a stream become the nearest thing that one answer has. */
export async function answerAtOnce(
  production: Production,
  state: SimulatorState,
  exchange: Exchange & { account: ProductionAccount },
): Promise<void> {
  const { fault, plan, started } = production;
  const { account, closed, response } = exchange;
  if (fault?.kind === 'hangAfterFirstEvents') await state.hung.wait(exchange.key, closed);
  for (const { tokens } of plan.deltas) {
    await keepPace(tokens, { tokensPerSecond: state.tokensPerSecond, fault, closed });
    account.add(tokens, 'delta');
  }
  switch (fault?.kind) {
    case 'cutMidStream':
    case 'endEarly':
    case 'malformedEvent':
      account.close('cancelled');
      response.destroy();
      return;
    case 'errorEvent':
    case 'failedEvent': {
      account.close('failed');
      const error = { code: 'server_error', message: 'The model failed (simulated).' } as const;
      const usage = wireUsage(plan, account.outputTokens);
      sendJson(response, { ...started, status: 'failed', error, usage });
      return;
    }
    default:
      account.close('finished');
      sendJson(response, production.finished());
  }
}
