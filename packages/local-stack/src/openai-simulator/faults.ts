import { z } from 'zod';

const afterDeltas = z.int().min(0).max(100_000);

/** What can go wrong on request. Each happens to one call, or to `times` calls. */
export const Fault = z.discriminatedUnion('kind', [
  fault('rateLimited', { retryAfterSeconds: z.number().min(0).max(86_400).default(1) }),
  fault('serverError', { status: z.int().min(500).max(599).default(500) }),
  /** Answers nothing at all until released. */
  fault('hang', {}),
  /** Says that it works on it, then nothing until released. */
  fault('hangAfterFirstEvents', {}),
  /** Destroys the socket, at the latest before the last event. */
  fault('cutMidStream', { afterDeltas: afterDeltas.default(2) }),
  /** Ends the stream in good order without the event that ends the response. */
  fault('endEarly', { afterDeltas: afterDeltas.default(2) }),
  fault('malformedEvent', { afterDeltas: afterDeltas.default(2) }),
  /** The stream breaks off with an `error` event. */
  fault('errorEvent', { afterDeltas: afterDeltas.default(2) }),
  /** The response fails; with `withUsage` it says what was spent on it. */
  fault('failedEvent', { afterDeltas: afterDeltas.default(0), withUsage: z.boolean().default(false) }),
  /** The text is cut, and the status says completed. */
  fault('truncatedJson', {}),
  fault('refusal', { text: z.string().min(1).max(1_000).default('I cannot help with that.') }),
  fault('missingUsage', {}),
  /** Reports this much more than the output cap and than the input counted. */
  fault('overrun', { outputTokens: z.int().min(0).default(50), inputTokens: z.int().min(0).default(0) }),
  fault('slow', { delayMs: z.int().min(0).max(60_000).default(50) }),
]);

export type Fault = z.infer<typeof Fault>;
export type FaultInput = z.input<typeof Fault>;

function fault<Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) {
  return z.strictObject({ kind: z.literal(kind), times: z.int().min(1).max(1_000_000).default(1), ...shape });
}

/** The fault if it is of this kind, else null. */
export function asKind<Kind extends Fault['kind']>(
  given: Fault | null,
  kind: Kind,
): Extract<Fault, { kind: Kind }> | null {
  return isKind(given, kind) ? given : null;
}

function isKind<Kind extends Fault['kind']>(
  given: Fault | null,
  kind: Kind,
): given is Extract<Fault, { kind: Kind }> {
  return given?.kind === kind;
}
