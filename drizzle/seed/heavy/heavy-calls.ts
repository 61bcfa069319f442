import { MODELS, OPERATIONS, type ModelName, type OperationName } from '@resumint/operations';
import type { Random } from './create-random.ts';

const DAY_MS = 86_400_000;
const SECOND_MS = 1_000;

/** How calls end, and how many in a thousand: by estimate at first where the connection or the process is gone. */
const ENDINGS = [
  ['completed', 961],
  ['stopped', 12],
  ['failed', 15],
  ['unusable', 6],
  ['lost', 3],
  ['expired', 3],
] as const;

export interface HeavyCall {
  at: number;
  takesMs: number;
  operation: OperationName;
  model: ModelName;
  ending: (typeof ENDINGS)[number][0];
  /** Which of the person's documents or resumes, and whether with what it was asked before. */
  subject: number;
  isRepeated: boolean;
  held: { inputTokens: number; outputTokens: number };
  used: { inputTokens: number; cachedInputTokens: number; outputTokens: number };
}

export interface Stretch {
  days: number;
  /** The last call has ended by then. */
  until: number;
}

/** So many calls over so many days, in the order of their times: fewer at night and on weekends, more as time goes on. */
export function heavyCalls(random: Random, count: number, { days, until }: Stretch): HeavyCall[] {
  const today = Math.floor(until / DAY_MS);
  const weights = Array.from({ length: days }, (_, day) => {
    const isRunning = day === days - 1;
    return weightOf(random, today - days + 1 + day) * (isRunning ? (until % DAY_MS) / DAY_MS : 1);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let [passed, made] = [0, 0];
  return weights.flatMap((weight, day) => {
    passed += weight;
    const upTo = day === days - 1 ? count : Math.round((count * passed) / total);
    const startsAt = (today - days + 1 + day) * DAY_MS;
    const calls = callsWithin(random, upTo - made, { startsAt, endsAt: Math.min(startsAt + DAY_MS, until) });
    made = upTo;
    return calls;
  });
}

/** A working day is three times a day of the weekend, and none is as the other. */
function weightOf(random: Random, day: number): number {
  const weekday = (day + 4) % 7;
  const ofWeek = weekday === 0 || weekday === 6 ? 1 : 3;
  return ofWeek * (0.6 + 0.8 * random.next());
}

/** In the middle of the stretch rather than at its ends, and not so near its end that the last is under way at it. */
function callsWithin(random: Random, count: number, span: { startsAt: number; endsAt: number }): HeavyCall[] {
  const lengthMs = (span.endsAt - span.startsAt) * 0.99;
  const times = Array.from({ length: count }, () => (random.next() + random.next() + random.next()) / 3);
  return times
    .sort((left, right) => left - right)
    .map((share) => callAt(random, span.startsAt + Math.floor(share * lengthMs)));
}

function callAt(random: Random, at: number): HeavyCall {
  const operation = random.pick([
    ['resume.summarize', 2],
    ['resume.parse', 1],
  ] as const);
  const { typical } = OPERATIONS[operation];
  const inputTokens = Math.ceil(typical.inputTokens * (0.5 + random.next()));
  const outputTokens = Math.ceil(typical.outputTokens * (0.5 + random.next()));
  return {
    at,
    takesMs: random.between(2 * SECOND_MS, 12 * SECOND_MS),
    operation,
    model: random.pick([
      [MODELS[1], 14],
      [MODELS[0], 3],
      [MODELS[2], 3],
    ]),
    ending: random.pick(ENDINGS),
    subject: random.between(0, 1_000_000),
    isRepeated: random.next() < 0.06,
    held: { inputTokens: inputTokens + 60, outputTokens: Math.max(typical.maxOutputTokens, outputTokens) },
    used: { inputTokens, cachedInputTokens: random.next() < 0.3 ? inputTokens >> 1 : 0, outputTokens },
  };
}
