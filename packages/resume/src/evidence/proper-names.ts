/** A name as a text has it. Where it opens a sentence, its first word may have its capital only from there. */
export interface ProperName {
  name: string;
  /** The name without the sentence's first word; undefined where nothing is left, or where it opens none. */
  afterOpening?: string;
}

const WORD = "\\p{Lu}[\\p{L}\\p{N}&+#.'’/-]*";
const NAMES = new RegExp(`${WORD}(?:(?<!\\p{L}{2}\\.)\\s(?:(?:of|the|de)\\s){0,2}${WORD}){0,7}`, 'gu');
const OPENS_SENTENCE = /(?:^|[.!?:;•\n]\s{0,5})$/;
const EMPLOYER_FOLLOWS = /\b(?:at|for|with|from|joined|joining|by)\s(?:the\s)?$/i;
const ACRONYM = /^[\p{Lu}\p{N}/&+#.-]{1,5}s?$/u;
const PRONOUN = /^I(?:['’](?:m|ve|d|ll))?$/;

/**
 * What a text names with capitals: names of several words, and single words inside a sentence. A capital that
 * only opens a sentence names nothing, nor does a short acronym, unless a word such as "at" makes it an employer.
 */
export function properNames(text: string): ProperName[] {
  return [...text.matchAll(NAMES)].flatMap(({ 0: written, index }): ProperName[] => {
    const before = text.slice(Math.max(0, index - 20), index);
    const name = written.replace(/[.,'’/-]+$/, '').replace(/['’]s$/, '');
    const isAcronym = ACRONYM.test(name) && !EMPLOYER_FOLLOWS.test(before);
    if (PRONOUN.test(name) || isAcronym) return [];
    if (!OPENS_SENTENCE.test(before)) return [{ name }];
    const afterOpening = name.replace(/^\S+\s?(?:(?:of|the|de)\s){0,2}/, '');
    return afterOpening === '' || ACRONYM.test(afterOpening) ? [] : [{ name, afterOpening }];
  });
}
