import type { Resume } from '../model/resume.ts';
import { countryNames } from '../places/country-code.ts';
import { wordsOf } from './words.ts';
import { writtenDates } from './written-dates.ts';

export interface Unsupported {
  /** Where in the resume, as in `work.0.position`. */
  path: string;
  value: string;
}

/**
 * The values of a resume that its source text does not have. Case, accents, spaces, punctuation and broken
 * words make no difference; a date is there when its year, month and day are, in any written form.
 */
export function findUnsupported(resume: Resume, sourceText: string): Unsupported[] {
  const source = readSource(sourceText);
  return leavesOf(resume, []).flatMap(({ path, value }) =>
    isSupported(path.at(-1) ?? '', value, source) ? [] : [{ path: path.join('.'), value }],
  );
}

interface Source {
  text: string;
  words: string;
  letters: string;
  unspaced: string;
  digits: string;
  dates: readonly string[];
}

function readSource(text: string): Source {
  const words = wordsOf(text);
  const unspaced = text.toLowerCase().replace(/\s/g, '');
  return {
    text,
    words,
    letters: words.replaceAll(' ', ''),
    unspaced,
    digits: unspaced.replace(/[().\-–/]/g, ''),
    dates: writtenDates(text),
  };
}

function isSupported(key: string, value: string, source: Source): boolean {
  switch (key) {
    case 'startDate':
    case 'endDate':
    case 'date':
    case 'releaseDate':
      return source.dates.some((date) => date.startsWith(value));
    case 'url':
    case 'image':
      return source.unspaced.includes(bareUrl(value));
    case 'email':
      return source.unspaced.includes(value.toLowerCase());
    case 'phone':
      return source.digits.includes(value.replace(/\D/g, ''));
    case 'countryCode':
      return hasCountry(value, source);
    default:
      return hasText(value, source);
  }
}

// The code itself counts only in capitals: "IN" and "AT" are countries, "in" and "at" are not.
function hasCountry(code: string, { text, words }: Source): boolean {
  const isCode = new Set(text.match(/(?<![\p{L}\p{N}])[A-Z]{2}(?![\p{L}\p{N}])/gu)).has(code.toUpperCase());
  const names = countryNames(code).filter((name) => name.length > 2);
  return isCode || names.some((name) => words.includes(wordsOf(name)));
}

const LETTERS_MIN = 8;

function hasText(value: string, { words, letters }: Source): boolean {
  const wanted = wordsOf(value);
  if (wanted.trim() === '') return true;
  if (words.includes(wanted)) return true;
  const wantedLetters = wanted.replaceAll(' ', '');
  if (wantedLetters.length >= LETTERS_MIN && letters.includes(wantedLetters)) return true;
  return hasInPieces(wanted.trim().split(' '), words);
}

const PIECE_WORDS_MIN = 3;
const GAP_MAX = 120;

// A sentence may be cut by a page's foot or a column beside it. Its pieces then stand in order, close together.
function hasInPieces(wanted: readonly string[], words: string): boolean {
  if (wanted.length < PIECE_WORDS_MIN * 2) return false;
  const opening = ` ${wanted.slice(0, PIECE_WORDS_MIN).join(' ')} `;
  let tries = 0;
  for (let at = words.indexOf(opening); at >= 0 && tries < 20; at = words.indexOf(opening, at + 1)) {
    if (followsFrom(wanted, words.slice(at, at + wanted.join(' ').length + GAP_MAX * 3))) return true;
    tries += 1;
  }
  return false;
}

function followsFrom(wanted: readonly string[], words: string): boolean {
  let position = 0;
  let next = 0;
  while (next < wanted.length) {
    const count = Math.min(PIECE_WORDS_MIN, wanted.length - next);
    const found = words.indexOf(` ${wanted.slice(next, next + count).join(' ')} `, position);
    if (found < 0 || found - position > GAP_MAX) return false;
    position = found;
    while (next < wanted.length && words.startsWith(` ${wanted[next]} `, position)) {
      position += (wanted[next]?.length ?? 0) + 1;
      next += 1;
    }
  }
  return true;
}

function bareUrl(url: string): string {
  return url
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '');
}

function leavesOf(value: unknown, path: readonly string[]): { path: readonly string[]; value: string }[] {
  if (typeof value === 'string') return [{ path, value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, key]));
}
