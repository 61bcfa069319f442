import { withOutputCap, type CallEvent, type FinishedCall, type PlannedCall } from '@resumint/metering';
import { AppError } from '@resumint/errors';
import { DEFAULT_MODEL, MODELS, type Operation } from '@resumint/operations';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { rateHeaders } from '../http/rate-headers.ts';
import { signedIn } from '../procedures.ts';

/** What a call is about, loaded by the person's own id. */
export interface Loaded<Subject> {
  subjectId: string;
  subject: Subject;
}

/** Chosen by the caller of a metered procedure, to name the call. */
export const IdempotencyKey = z.string().min(8).max(128);

const MOST_OUTPUT_TOKENS = 1_000_000;

/** What a metered procedure asks with, whatever else it takes. */
export const CallOptions = z.object({
  model: z.enum(MODELS).default(DEFAULT_MODEL),
  /** Held and asked of the model where it is below what the operation allows; no smaller than is of use. */
  maxOutputTokens: z.int().min(1).max(MOST_OUTPUT_TOKENS).optional(),
  /** Sent again with the same input it gives the first answer, and is charged once. */
  idempotencyKey: IdempotencyKey.optional(),
});

interface CallFor<Subject> {
  input: z.infer<typeof CallOptions>;
  /** Runs beside the read of the ledger. Throws `not_found` for what is not the person's. */
  load: () => Promise<Loaded<Subject>>;
  signal: AbortSignal | undefined;
}

export interface MeteredCall<Subject, Result> {
  /** Makes the call and answers when it has ended. */
  answer(call: CallFor<Subject>): Promise<Omit<FinishedCall<Result>, 'type'>>;
  /** Answers as soon as the call is admitted, with what arrives. */
  stream(call: CallFor<Subject>): Promise<AsyncGenerator<CallEvent<Result>, void>>;
}

/**
 * Begins a procedure that calls a model. Its context has `call`, which admits, meters and settles; there is no other
 * way from a procedure to a model.
 */
export function metered<Subject, Result>(operation: Operation<Subject, Result>) {
  return signedIn
    .meta({ operation: operation.name })
    .input(CallOptions)
    .use(({ ctx, next }) => next({ ctx: { call: meteredCall(ctx, operation) } }));
}

export function planCall<Subject, Result>(
  { name, plan }: Operation<Subject, Result>,
  { subjectId, subject }: Loaded<Subject>,
  { model, maxOutputTokens }: Omit<z.infer<typeof CallOptions>, 'idempotencyKey'>,
): PlannedCall {
  const otherModels = MODELS.filter((other) => other !== model);
  const planned = { operation: name, subjectId, otherModels, ...plan(subject, model) };
  if (maxOutputTokens === undefined || maxOutputTokens >= planned.request.maxOutputTokens) return planned;
  if (maxOutputTokens < planned.leastOutputTokens) {
    throw new AppError(
      'bad_input',
      `An answer of at most ${maxOutputTokens} tokens is of no use here. Allow at least ${planned.leastOutputTokens}.`,
    );
  }
  return withOutputCap(planned, maxOutputTokens);
}

function meteredCall<Subject, Result>(
  { calls, head, userId }: Pick<Context, 'calls' | 'head'> & { userId: string },
  operation: Operation<Subject, Result>,
): MeteredCall<Subject, Result> {
  const start = async ({ input, load, signal }: CallFor<Subject>) => {
    const { idempotencyKey = crypto.randomUUID(), ...payload } = input;
    let loaded: Loaded<Subject> | undefined;
    const subject = () => {
      if (!loaded) throw new Error(`${operation.name} answered before it was planned`);
      return loaded.subject;
    };
    const plan = async () => {
      loaded = await load();
      return planCall(operation, loaded, input);
    };
    const { windowsAfter, events } = await calls.start(
      { userId, operation: operation.name, idempotencyKey, input: payload, plan },
      {
        finish: (answer) => operation.finish(subject(), answer),
        readResult: (kept) => operation.result.parse(kept),
        signal: signal ?? new AbortController().signal,
      },
    );
    setHeaders(head, windowsAfter);
    return { events, subject };
  };

  return {
    async answer(call) {
      const { events } = await start(call);
      for await (const event of events) {
        if (event.type !== 'finished') continue;
        setHeaders(head, event.receipt.windowsAfter);
        return { result: event.result, receipt: event.receipt };
      }
      throw new Error(`${operation.name} ended without a result or an error`);
    },
    async stream(call) {
      if (!head.canStream) {
        throw new AppError('bad_input', 'This answer is streamed. Ask for it as application/jsonl.');
      }
      const { events, subject } = await start(call);
      return operation.createFilter ? filtered(events, operation, subject) : events;
    },
  };
}

async function* filtered<Subject, Result>(
  events: AsyncGenerator<CallEvent<Result>, void>,
  { createFilter }: Operation<Subject, Result>,
  subject: () => Subject,
): AsyncGenerator<CallEvent<Result>, void> {
  let filter: ReturnType<NonNullable<typeof createFilter>> | undefined;
  for await (const event of events) {
    filter ??= event.type === 'text' ? createFilter?.(subject()) : undefined;
    const delta = event.type === 'text' ? filter?.push(event.delta) : filter?.end();
    if (delta) yield { type: 'text', delta };
    if (event.type === 'finished') yield event;
  }
}

function setHeaders(
  { headers }: Context['head'],
  windows: FinishedCall<unknown>['receipt']['windowsAfter'],
): void {
  for (const [name, value] of Object.entries(rateHeaders(windows, new Date()))) headers.set(name, value);
}
