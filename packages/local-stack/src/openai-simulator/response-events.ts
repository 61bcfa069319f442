import type { ResponseStreamEvent } from 'openai/resources/responses/responses';
import { hasMessage } from './finish-response.ts';
import type { ResponsePlan } from './plan-response.ts';
import { contentPart, messageItem, reasoningItem } from './response-object.ts';
import type { ResponseIds, WireResponse } from './response-object.ts';

/** An event but for its number in the stream, and the output tokens that it stands for. */
export interface PlannedEvent {
  event: { type: ResponseStreamEvent['type'] } & Record<string, unknown>;
  phase: 'start' | 'body' | 'delta' | 'end';
  tokens: number;
}

/** The events of a response in the order in which OpenAI sends them. */
export function* responseEvents(
  plan: ResponsePlan,
  { started, finished, ids }: { started: WireResponse; finished: () => WireResponse; ids: ResponseIds },
): Generator<PlannedEvent> {
  yield at('start', { type: 'response.created', response: started });
  yield at('start', { type: 'response.in_progress', response: started });
  let outputIndex = 0;
  if (plan.reasoningTokens > 0) {
    const item = reasoningItem(ids);
    yield at('body', { type: 'response.output_item.added', output_index: outputIndex, item });
    const done = { type: 'response.output_item.done', output_index: outputIndex, item } as const;
    yield at('body', done, plan.reasoningTokens);
    outputIndex += 1;
  }
  if (hasMessage(plan)) yield* messageEvents(plan, ids, outputIndex);
  const type = plan.isComplete ? 'response.completed' : 'response.incomplete';
  yield at('end', { type, response: finished() });
}

function* messageEvents(plan: ResponsePlan, ids: ResponseIds, outputIndex: number): Generator<PlannedEvent> {
  const inOutput = { output_index: outputIndex };
  const inPart = { item_id: ids.message, output_index: outputIndex, content_index: 0 };
  const text = plan.deltas.map((delta) => delta.text).join('');
  const part = contentPart(plan.kind, text);
  const item = messageItem(ids, plan.isComplete ? 'completed' : 'incomplete', [part]);

  const opened = messageItem(ids, 'in_progress', []);
  yield at('body', { type: 'response.output_item.added', ...inOutput, item: opened });
  yield at('body', { type: 'response.content_part.added', ...inPart, part: contentPart(plan.kind, '') });
  for (const delta of plan.deltas) yield at('delta', deltaEvent(plan, inPart, delta.text), delta.tokens);
  yield at('body', doneEvent(plan, inPart, text));
  yield at('body', { type: 'response.content_part.done', ...inPart, part });
  yield at('body', { type: 'response.output_item.done', ...inOutput, item });
}

function deltaEvent({ kind }: ResponsePlan, inPart: object, delta: string): PlannedEvent['event'] {
  if (kind === 'refusal') return { type: 'response.refusal.delta', ...inPart, delta };
  return { type: 'response.output_text.delta', ...inPart, delta, logprobs: [] };
}

function doneEvent({ kind }: ResponsePlan, inPart: object, text: string): PlannedEvent['event'] {
  if (kind === 'refusal') return { type: 'response.refusal.done', ...inPart, refusal: text };
  return { type: 'response.output_text.done', ...inPart, text, logprobs: [] };
}

function at(phase: PlannedEvent['phase'], event: PlannedEvent['event'], tokens = 0): PlannedEvent {
  return { phase, event, tokens };
}
