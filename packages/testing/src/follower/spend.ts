import { decideHold, decideSettle, transact, type Ledger } from '@resumint/metering';

/** Makes a call on paper: holds so many tokens, and charges them. */
export async function spend(
  ledger: Ledger,
  { userId }: { userId: string },
  { tokens, name = 'spent' }: { tokens: number; name?: string },
): Promise<void> {
  const operationId = `op_${name}`;
  await holdFor(ledger, { userId, operationId, tokens, lifetimeMs: 60_000 });
  await transact(ledger, { userId, operationId }, (view) =>
    decideSettle(view, {
      operationId,
      inputTokens: tokens,
      cachedInputTokens: 0,
      outputTokens: 0,
      reasoningTokens: 0,
      tokens,
      costNanos: BigInt(tokens),
      isEstimated: false,
      outcome: 'completed',
    }),
  );
}

export async function holdFor(
  ledger: Ledger,
  {
    userId,
    operationId,
    tokens,
    lifetimeMs,
  }: { userId: string; operationId: string; tokens: number; lifetimeMs: number },
): Promise<void> {
  const outcome = await transact(ledger, { userId, operationId }, (view) =>
    decideHold(view, {
      operationId,
      operation: 'resume.parse',
      model: 'gpt-4.1-mini',
      priceVersion: '2025-04-14',
      inputTokens: tokens,
      outputTokens: 0,
      tokens,
      costNanos: BigInt(tokens),
      payloadHash: 'same',
      claim: operationId,
      lifetimeMs,
    }),
  );
  if (outcome.kind !== 'admitted') throw new Error(`the call was ${outcome.kind}`);
}
