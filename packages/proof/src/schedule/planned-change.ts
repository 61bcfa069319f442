import { z } from 'zod';
import { isShort, personOf, TOKENS_PER_CALL, type Person, type Size } from './plan-people.ts';
import { randomOf } from './random.ts';

/** A change of a person's terms while calls run. Amounts are decimal digits. */
export const PlannedChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('grant'),
    userId: z.string(),
    limits: z.record(z.string(), z.string()),
    maxInFlight: z.int(),
  }),
  z.object({ kind: z.literal('lower'), userId: z.string(), tokensPerDay: z.string() }),
  z.object({ kind: z.literal('restore'), userId: z.string() }),
  z.object({ kind: z.literal('plan'), userId: z.string(), plan: z.enum(['free@1', 'basic@1', 'premium@1']) }),
  z.object({ kind: z.literal('zone'), userId: z.string(), zone: z.string() }),
  z.object({ kind: z.literal('caps'), userId: z.string(), calls: z.string() }),
]);
export type PlannedChange = z.infer<typeof PlannedChange>;

const CALLS_PER_CHANGE = 30;
const CALLS_PER_CHANGE_IF_SHORT = 8;
/** Changes that come while the call that they go along with runs. */
const SAME_PERSON_SHARE = 0.5;
const ZONES = ['Asia/Tokyo', 'Pacific/Chatham', 'America/St_Johns', 'Africa/Lagos'] as const;
/** The cheapest model's output, by which limits in tokens become limits in money. */
const NANOS_PER_TOKEN = 250;

/** The change that goes along with a call, or null. Grants rise with the run, so that limits are met throughout. */
export function planChange(size: Size, people: readonly Person[], index: number): PlannedChange | null {
  if (index % (isShort(size) ? CALLS_PER_CHANGE_IF_SHORT : CALLS_PER_CHANGE) !== 0) return null;
  const random = randomOf(size.seed, 'change', index);
  const purpose = random.happens(SAME_PERSON_SHARE) ? 'call' : 'change';
  const person = people[personOf(size.seed, size.people, { purpose, index })];
  if (!person) return null;
  const { userId, maxInFlight } = person;
  const granted = grantAt(person, index / size.operations);
  const kind = random.pick([
    'grant',
    'grant',
    'grant',
    'grant',
    'grant',
    'lower',
    'restore',
    'plan',
    'zone',
    'caps',
  ]);
  switch (kind) {
    case 'grant':
      return { kind, userId, limits: limitsOf(person, granted), maxInFlight };
    case 'lower':
      return { kind, userId, tokensPerDay: String(Math.max(TOKENS_PER_CALL * 8, Math.floor(granted / 2))) };
    case 'plan':
      return { kind, userId, plan: random.pick(['free@1', 'basic@1', 'premium@1']) };
    case 'zone':
      return { kind, userId, zone: random.pick(ZONES) };
    case 'caps':
      return { kind, userId, calls: String(Math.ceil(person.grant.last / TOKENS_PER_CALL)) };
    default:
      return { kind: 'restore', userId };
  }
}

/** Limits as they are when the run begins. */
export function firstLimits(person: Person): Record<string, string> {
  return limitsOf(person, person.grant.first);
}

function grantAt({ grant }: Person, progress: number): number {
  return Math.ceil(grant.first + (grant.last - grant.first) * Math.min(1, progress));
}

function limitsOf({ unit }: Person, tokens: number): Record<string, string> {
  if (unit === 'tokens') return { tokensPerDay: String(tokens), tokensPerMonth: String(tokens * 2) };
  const nanos = tokens * NANOS_PER_TOKEN;
  return {
    costPerDay: String(nanos),
    costPerMonth: String(nanos * 2),
    tokensPerDay: String(tokens * 20),
    tokensPerMonth: String(tokens * 40),
  };
}
