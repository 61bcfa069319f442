import type { Resume } from '../model/resume.ts';
import { amountsOf } from './amounts.ts';
import { claimedTitles } from './claimed-titles.ts';
import { properNames } from './proper-names.ts';
import { wordsOf } from './words.ts';

/**
 * The numbers, names and titles in a summary that are not in the resume, as the summary writes them. In doubt a
 * phrase is an invention: a number that could be worked out from dates is one.
 */
export function findInventions(summary: string, resume: Resume): string[] {
  return createInventionFinder(resume)(summary);
}

/** `findInventions` for many texts about one resume, which is read once. */
export function createInventionFinder(resume: Resume): (text: string) => string[] {
  const values = textsOf(resume);
  const words = wordsOf(values.join(' \n '));
  const known = new Set(values.map(wordsOf));
  const amounts = new Set(amountsOf(values.join('\n')).map(({ value }) => value));
  return (text) => {
    const invented = [
      ...amountsOf(text).flatMap(({ written, value }) => (amounts.has(value) ? [] : [written])),
      ...properNames(text).flatMap(({ name, afterOpening }) => {
        const isKnown = [name, afterOpening].some((one) => one !== undefined && isNamed(one, words, known));
        return isKnown ? [] : [afterOpening ?? name];
      }),
      ...claimedTitles(text).filter((title) => !words.includes(wordsOf(title))),
    ];
    return [...new Set(invented)];
  };
}

/** The whole name stands in the resume, or it is made of whole values and longer phrases of it. */
function isNamed(name: string, words: string, known: ReadonlySet<string>): boolean {
  const wanted = wordsOf(name).trim().split(' ');
  if (wanted.join('') === '' || words.includes(` ${wanted.join(' ')} `)) return true;
  for (let cut = 1; cut < wanted.length; cut += 1) {
    const parts = [wanted.slice(0, cut), wanted.slice(cut)];
    const isMade = parts.every((part) => {
      const phrase = ` ${part.join(' ')} `;
      return part.length > 1 ? words.includes(phrase) : known.has(phrase);
    });
    if (isMade) return true;
  }
  return false;
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
