import { expect, it } from 'vitest';
import { describeFits } from './describe-fits.ts';

const fits = (summaries: bigint | null, readings: bigint | null) => [
  { operation: 'resume.summarize', calls: summaries },
  { operation: 'resume.parse', calls: readings },
];

it.each([
  [fits(6n, 2n), 'About 6 summaries or 2 readings of resumes still fit.'],
  [fits(1_204n, 1n), 'About 1,204 summaries or 1 reading of a resume still fit.'],
  [fits(1n, 0n), 'About 1 summary still fits.'],
  [fits(null, 3n), 'About any number of summaries or 3 readings of resumes still fit.'],
  [[{ operation: 'letter.write', calls: 2n }], 'About 2 calls of letter.write still fit.'],
  [fits(0n, 0n), 'No AI call fits into what is left.'],
  [fits(null, null), 'Nothing limits how many calls you make.'],
])('%o is told as %s', (told, text) => expect(describeFits(told)).toBe(text));
