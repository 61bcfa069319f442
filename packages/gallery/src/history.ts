import { DAY_MS, HOUR_MS, MINUTE_MS, NOW } from './clock.ts';
import type { PastCall, PastEnding } from './past-call.ts';

const MODEL = 'gpt-4.1-mini';

/** A reading of a resume, as a person of the gallery has it made. */
export function reading(at: number, inputTokens: number, ending: PastEnding = 'completed'): PastCall {
  const outputTokens = Math.round(inputTokens * 0.55);
  const size = { inputTokens, maxOutputTokens: Math.round(outputTokens * 1.4), outputTokens };
  return { at, operation: 'resume.parse', model: MODEL, ending, size };
}

export function summary(at: number, ending: PastEnding = 'completed'): PastCall {
  const size = { inputTokens: 1_150, maxOutputTokens: 300, outputTokens: 120 };
  return { at, operation: 'resume.summarize', model: MODEL, ending, size };
}

/** A call that took all tokens that were left. */
export function takingRest(size: 'restOfDay' | 'restOfMonth', at: number): PastCall {
  return { at, operation: 'resume.parse', model: MODEL, ending: 'completed', size };
}

/** Some weeks before today, with days of nothing among them. The same each time. */
export function weeksBefore({ days = 38, readingsADay = 1 } = {}): PastCall[] {
  return Array.from({ length: days }, (_, index) => days - index).flatMap((daysAgo) => {
    if (daysAgo % 7 === 3 || daysAgo % 5 === 0) return [];
    const at = NOW - daysAgo * DAY_MS - (daysAgo % 4) * HOUR_MS;
    const readings = Array.from({ length: readingsADay }, (_, index) =>
      reading(at + index * MINUTE_MS, 1_300 + (daysAgo % 6) * 90),
    );
    return [...readings, summary(at + 6 * MINUTE_MS, daysAgo % 9 === 0 ? 'failed' : 'completed')];
  });
}

/** Earlier today. */
export function minutesAgo(minutes: number): number {
  return NOW - minutes * MINUTE_MS;
}
