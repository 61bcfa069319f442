import type { Resume } from '../../model/resume.ts';
import { isHumanLanguage } from '../human-language.ts';
import type { Line } from '../lines.ts';
import { listItems } from './list-items.ts';

type Language = NonNullable<Resume['languages']>[number];

/** "English (native), German – B2", one line or many. */
export function readLanguages(lines: readonly Line[]): { languages: Language[]; unplaced: string[] } {
  const languages: Language[] = [];
  const unplaced: string[] = [];
  for (const item of lines.flatMap((line) => listItems(line.text.replace(/\t/g, ' – ')))) {
    const match = /^(\p{L}[\p{L} ]{1,30}?)(?:\s?[:(–—-]\s?(.{1,80}?)\)?)?$/u.exec(item);
    const last = languages.at(-1);
    if (match?.[1] && (isHumanLanguage(match[1].split(' ').at(-1) ?? '') || match[2])) {
      languages.push({ language: match[1], ...(match[2] && { fluency: match[2].trim() }) });
    } else if (last && last.fluency === undefined) {
      last.fluency = item;
    } else {
      unplaced.push(item);
    }
  }
  return { languages, unplaced };
}
