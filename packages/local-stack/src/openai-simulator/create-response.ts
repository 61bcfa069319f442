import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { ApiError, badRequest } from './api-error.ts';
import { asKind, type Fault } from './faults.ts';
import { finishResponse } from './finish-response.ts';
import { measureInput } from './input-usage.ts';
import { findModel, type SimulatedModel } from './models.ts';
import { planResponse } from './plan-response.ts';
import { produce } from './produce.ts';
import { messageTexts } from './request-text.ts';
import { newResponse } from './response-object.ts';
import { jsonSchemaFormatOf, parseResponseRequest, type ResponseRequest } from './response-request.ts';
import type { SimulatorState } from './simulator-state.ts';
import { checkStrictSchema } from './strict-schema.ts';

export interface Exchange {
  key: string;
  response: ServerResponse;
  /** Aborts when the client is gone. */
  closed: AbortSignal;
}

/** Answers POST /v1/responses. */
export async function createResponse(
  body: unknown,
  state: SimulatorState,
  exchange: Exchange,
): Promise<void> {
  const request = parseResponseRequest(body);
  const model = checkModel(request);
  const format = jsonSchemaFormatOf(request);
  if (format?.strict) checkStrictSchema(format.name, format.schema);
  const input = measureInput(request);
  if (input.inputTokens > model.contextTokens) {
    throw badRequest(
      'The input is longer than the context window of this model.',
      'input',
      'context_length_exceeded',
    );
  }

  const fault = state.faults.take(exchange.key);
  refuseByFault(fault, request);
  if (asKind(fault, 'hang')) await state.hung.wait(exchange.key, exchange.closed);

  const plan = planResponse(request, model, { input, fault });
  const ids = newIds();
  const started = newResponse(request, ids.response, state.now());
  const finished = () => finishResponse(started, plan, { ids, now: state.now() });
  await produce(
    { plan, ids, input: beginningOf(request), started, finished, fault, isStreamed: request.stream === true },
    state,
    exchange,
  );
}

function checkModel(request: ResponseRequest): SimulatedModel {
  const model = findModel(request.model);
  if (!model) {
    const message = `The model '${request.model}' is not known.`;
    throw new ApiError(404, { message, param: 'model', code: 'model_not_found' });
  }
  const unsupported = model.isReasoning ? (['temperature', 'top_p'] as const) : (['reasoning'] as const);
  for (const param of unsupported) {
    if (request[param] !== undefined && request[param] !== null) {
      const message = `Unsupported parameter: '${param}' is not supported with this model.`;
      throw badRequest(message, param, 'unsupported_parameter');
    }
  }
  if ((request.max_output_tokens ?? 0) > model.outputTokensMax) {
    const message = `Invalid 'max_output_tokens': this model produces at most ${model.outputTokensMax} tokens.`;
    throw badRequest(message, 'max_output_tokens', 'integer_above_max_value');
  }
  return model;
}

function refuseByFault(fault: Fault | null, request: ResponseRequest): void {
  const limited = asKind(fault, 'rateLimited');
  if (limited) {
    const message = `Rate limit reached for ${request.model} (simulated).`;
    const headers = {
      'retry-after': String(Math.ceil(limited.retryAfterSeconds)),
      'retry-after-ms': String(Math.ceil(limited.retryAfterSeconds * 1000)),
    };
    throw new ApiError(429, { message, type: 'requests', code: 'rate_limit_exceeded' }, headers);
  }
  const failed = asKind(fault, 'serverError');
  if (failed) {
    throw new ApiError(failed.status, {
      message: 'The server had an error (simulated).',
      type: 'server_error',
    });
  }
}

const BEGINNING_LENGTH = 200;

function beginningOf(request: ResponseRequest): string {
  return messageTexts(request).join('\n').slice(0, BEGINNING_LENGTH);
}

function newIds() {
  const unique = () => randomUUID().replaceAll('-', '');
  return { response: `resp_${unique()}`, reasoning: `rs_${unique()}`, message: `msg_${unique()}` };
}
