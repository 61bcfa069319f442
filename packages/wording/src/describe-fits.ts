import { formatCount } from './format-count.ts';

/** How many calls of an operation fit; null where nothing limits them. */
export interface CountedFit {
  operation: string;
  calls: bigint | null;
}

const COUNTED: Readonly<Record<string, Partial<Record<Intl.LDMLPluralRule, string>>>> = {
  'resume.summarize': { one: 'summary', other: 'summaries' },
  'resume.parse': { one: 'reading of a resume', other: 'readings of resumes' },
};

const PLURALS = new Intl.PluralRules('en-US');
const EITHER = new Intl.ListFormat('en-US', { type: 'disjunction' });

/** What fits into what is left: one or the other, not both. */
export function describeFits(fits: readonly CountedFit[]): string {
  if (fits.every(({ calls }) => calls === null)) return 'Nothing limits how many calls you make.';
  const some = fits.filter(({ calls }) => calls !== 0n);
  if (some.length === 0) return 'No AI call fits into what is left.';
  return `About ${EITHER.format(some.map(countFit))} still fit${isOne(some) ? 's' : ''}.`;
}

function countFit({ operation, calls }: CountedFit): string {
  const names = COUNTED[operation];
  const other = names?.other ?? `calls of ${operation}`;
  if (calls === null) return `any number of ${other}`;
  return `${formatCount(calls)} ${names?.[PLURALS.select(Number(calls))] ?? other}`;
}

function isOne(fits: readonly CountedFit[]): boolean {
  return fits.length === 1 && fits[0]?.calls === 1n;
}
