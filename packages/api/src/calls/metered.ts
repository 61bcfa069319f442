import type { CallEvent, FinishedCall, PlannedCall } from '@resumint/metering';
import { AppError } from '@resumint/errors';
import { MODELS, type Operation } from '@resumint/operations';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { rateHeaders } from '../http/rate-headers.ts';
import { signedIn } from '../procedures.ts';
import { readCallSize, withCap, type NamedSize } from './call-size.ts';

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
  /** Left out, it is what the person chose for the operation. */
  model: z.enum(MODELS).optional(),
  /** Held and asked of the model where it is below what the operation allows; no smaller than is of use. */
  maxOutputTokens: z.int().min(1).max(MOST_OUTPUT_TOKENS).optional(),
  /** Sent again with the same input it gives the first answer, and is charged once. */
  idempotencyKey: IdempotencyKey.optional(),
  /** Asks a model, also where the person chose that an earlier answer is given for a repeated input. */
  fresh: z.boolean().optional(),
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

/** Loads what a call is about, and plans it with what its caller names or the person chose. */
export async function planCall<Subject, Result>(
  ctx: Pick<Context, 'db'> & { userId: string },
  { name, plan }: Operation<Subject, Result>,
  { input, load }: { input: NamedSize; load: () => Promise<Loaded<Subject>> },
): Promise<{ loaded: Loaded<Subject>; planned: PlannedCall }> {
  const [loaded, { model, cap, mayReuse }] = await Promise.all([load(), readCallSize(ctx, name, input)]);
  const { subjectId, subject } = loaded;
  const otherModels = MODELS.filter((other) => other !== model);
  const whole = { operation: name, subjectId, otherModels, mayReuse, ...plan(subject, model) };
  return { loaded, planned: withCap(whole, cap) };
}

/** What tells one call from another, in the order in which it is hashed: what it asks, and not how. */
export function payloadOf({
  model,
  maxOutputTokens,
  idempotencyKey: _key,
  fresh: _fresh,
  ...about
}: z.infer<typeof CallOptions>): object {
  return { model, maxOutputTokens, ...about };
}

function meteredCall<Subject, Result>(
  { calls, db, head, userId }: Pick<Context, 'calls' | 'db' | 'head'> & { userId: string },
  operation: Operation<Subject, Result>,
): MeteredCall<Subject, Result> {
  const start = async ({ input, load, signal }: CallFor<Subject>) => {
    const { idempotencyKey: givenKey } = input;
    const idempotencyKey = givenKey ?? crypto.randomUUID();
    const isNewKey = givenKey === undefined;
    const payload = payloadOf(input);
    let loaded: Loaded<Subject> | undefined;
    const subject = () => {
      if (!loaded) throw new Error(`${operation.name} answered before it was planned`);
      return loaded.subject;
    };
    const plan = async () => {
      const { loaded: found, planned } = await planCall({ db, userId }, operation, { input, load });
      loaded = found;
      return planned;
    };
    const { windowsAfter, events } = await calls.start(
      { userId, operation: operation.name, idempotencyKey, isNewKey, input: payload, plan },
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
