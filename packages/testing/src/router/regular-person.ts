import { ledger as table } from '@resumint/drizzle';
import {
  decideHold,
  decideSettle,
  defaultTerms,
  OPENAI_PRICES,
  priceCall,
  writeHistory,
  type PastDecision,
} from '@resumint/metering';
import { eq } from 'drizzle-orm';
import type { Person, TestApp } from '../test-app.ts';
import { zoneAtNoon } from '../zone-at-noon.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const UNLIMITED = { tokensPerDay: null, costPerDay: null, tokensPerMonth: null, costPerMonth: null };

interface PastCall {
  at: number;
  operation: 'resume.parse' | 'resume.summarize';
  model?: string;
  heldOutputTokens: number;
  outputTokens: number;
  payloadHash: string;
}

/** What each day of a regular person comes to. */
export const CALLS_A_DAY = 3;
const INPUT_TOKENS = 1_200;

/**
 * A person for whom it is noon, and who did the same on each of the last days but not today: at 9 and at 9:20 they parsed the same
 * document, and at 15 they made a summary that took a third of what it held.
 */
export async function createRegularPerson(app: TestApp, days: number): Promise<Person> {
  const zone = zoneAtNoon();
  const person = await app.createPerson({ zone });
  const today = (await person.client.usage.summary.query()).day.startsAt.getTime();
  const { ledger } = app.dependencies.metering;
  await app.db.delete(table).where(eq(table.userId, person.userId));
  await writeHistory(ledger, person.userId, {
    terms: { ...defaultTerms(zone), setByAdmin: UNLIMITED },
    openedAt: today - days * DAY_MS,
    decisions: Array.from({ length: days }, (_, day) => today - (days - day) * DAY_MS)
      .flatMap(callsOfDay)
      .flatMap(decisionsOf),
  });
  return person;
}

function callsOfDay(day: number): PastCall[] {
  const parse = {
    operation: 'resume.parse' as const,
    heldOutputTokens: 2_000,
    outputTokens: 900,
    payloadHash: 'the same',
  };
  return [
    { ...parse, at: day + 9 * HOUR_MS },
    { ...parse, at: day + 9 * HOUR_MS + 20 * 60_000 },
    {
      operation: 'resume.summarize',
      at: day + 15 * HOUR_MS,
      heldOutputTokens: 300,
      outputTokens: 100,
      payloadHash: 'of a resume',
    },
  ];
}

function decisionsOf(call: PastCall, index: number): PastDecision[] {
  const { at, operation, model = 'gpt-4.1-mini', heldOutputTokens, outputTokens, payloadHash } = call;
  const price = OPENAI_PRICES.find((candidate) => candidate.model === model);
  if (!price) throw new Error(`${model} has no price`);
  const operationId = `op_past${index}`;
  const tokensOf = (output: number) => ({
    inputTokens: INPUT_TOKENS,
    cachedInputTokens: 0,
    outputTokens: output,
    reasoningTokens: 0,
  });
  const hold = {
    operationId,
    operation,
    model,
    priceVersion: price.version,
    claim: operationId,
    payloadHash,
  };
  const end = { operationId, isEstimated: false, outcome: 'completed' as const };
  return [
    {
      at,
      operationId,
      decide: (view) =>
        decideHold(view, {
          ...hold,
          ...tokensOf(heldOutputTokens),
          ...priceCall(price, tokensOf(heldOutputTokens)),
          lifetimeMs: 120_000,
        }),
    },
    {
      at: at + 2_000,
      operationId,
      decide: (view) =>
        decideSettle(view, {
          ...end,
          ...tokensOf(outputTokens),
          ...priceCall(price, tokensOf(outputTokens)),
        }),
    },
  ];
}
