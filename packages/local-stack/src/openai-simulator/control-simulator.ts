import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { ApiError, badRequest } from './api-error.ts';
import { isSimulatedKey } from './api-key.ts';
import { Fault } from './faults.ts';
import { readJson } from './read-json.ts';
import { sendJson } from './send-json.ts';
import type { SimulatorState } from './simulator-state.ts';

const Key = z.string().refine(isSimulatedKey, 'is not a simulated key');
const FaultOrder = z.strictObject({ key: Key, faults: z.array(Fault).min(1).max(100) });
const KeyOrder = z.strictObject({ key: Key });

/** The routes that OpenAI does not have: order faults and forget them, release hung calls, ask what was produced. */
export async function controlSimulator(
  request: IncomingMessage,
  response: ServerResponse,
  { state, url }: { state: SimulatorState; url: URL },
): Promise<void> {
  switch (`${request.method} ${url.pathname}`) {
    case 'POST /simulator/faults': {
      const order = parse(FaultOrder, await readJson(request));
      state.faults.add(order.key, order.faults);
      return sendJson(response, { queued: order.faults.length });
    }
    case 'POST /simulator/clear': {
      const { key } = parse(KeyOrder, await readJson(request));
      return sendJson(response, { cleared: state.faults.clear(key) });
    }
    case 'POST /simulator/release': {
      const { key } = parse(KeyOrder, await readJson(request));
      return sendJson(response, { released: state.hung.release(key) });
    }
    case 'GET /simulator/produced':
      return sendJson(response, { produced: state.produced.of(parse(Key, url.searchParams.get('key'))) });
    default:
      throw new ApiError(404, { message: `Invalid URL (${request.method} ${url.pathname})` });
  }
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw badRequest(z.prettifyError(parsed.error));
  return parsed.data;
}
