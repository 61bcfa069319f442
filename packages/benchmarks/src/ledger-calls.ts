import {
  decideHold,
  decideSettle,
  defaultTerms,
  openStream,
  operationIdOf,
  transact,
  type Ledger,
} from '@resumint/metering';

export const OPERATION = 'resume.summarize';
export const MODEL = 'gpt-4.1-mini';

/** As large as calls of the product are. */
const USED = { inputTokens: 1_204, cachedInputTokens: 128, outputTokens: 377, reasoningTokens: 64 };
const HELD = { tokens: 2_600, costNanos: 2_040_000n };
const SPENT = { tokens: 1_581, costNanos: 1_084_800n };
const LIFETIME_MS = 120_000;
const PATIENCE_MS = 120_000;

/** Terms whose limits no benchmark reaches, unless one is given. */
export function wideTerms(tokensPerDay: bigint | null = null) {
  const setByAdmin = { tokensPerDay, costPerDay: null, tokensPerMonth: null, costPerMonth: null };
  return { ...defaultTerms('Europe/Berlin'), setByAdmin, maxInFlight: 32 };
}

export async function openWide(ledger: Ledger, userId: string): Promise<void> {
  await openStream(ledger, userId, wideTerms());
}

let calls = 0;

/** A name that no call had before. */
export function newOperationId(userId: string): string {
  calls += 1;
  return operationIdOf(userId, `${process.pid} ${performance.timeOrigin} ${calls}`);
}

export function holdCommand(operationId: string) {
  return {
    operationId,
    operation: OPERATION,
    model: MODEL,
    priceVersion: '2025-04-14',
    inputTokens: 1_400,
    outputTokens: 1_200,
    ...HELD,
    payloadHash: operationId.slice(3, 27),
    claim: operationId.slice(3, 19),
    lifetimeMs: LIFETIME_MS,
  };
}

export function settleCommand(operationId: string) {
  return { operationId, ...USED, ...SPENT, isEstimated: false, outcome: 'completed' as const };
}

/** Holds, as an admission does; whether it was admitted. */
export async function hold(ledger: Ledger, userId: string, operationId: string): Promise<boolean> {
  const stream = { userId, operationId, isNew: true, withinMs: PATIENCE_MS };
  const { kind } = await transact(ledger, stream, (view) => decideHold(view, holdCommand(operationId)));
  return kind === 'admitted';
}

export async function settle(ledger: Ledger, userId: string, operationId: string): Promise<void> {
  const stream = { userId, operationId, withinMs: PATIENCE_MS };
  await transact(ledger, stream, (view) => decideSettle(view, settleCommand(operationId)));
}

/** A hold and its settlement: what one call costs the database before and after the model. */
export async function pair(ledger: Ledger, userId: string): Promise<void> {
  const operationId = newOperationId(userId);
  if (!(await hold(ledger, userId, operationId))) throw new Error(`a hold of ${userId} was refused`);
  await settle(ledger, userId, operationId);
}
