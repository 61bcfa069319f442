import type { DateSpan } from '../dates/find-dates.ts';
import { findDateSpan } from '../dates/find-dates.ts';
import { isPlace } from '../places/place.ts';

/** One job, degree, project…: the lines that name it, and what is said of it. */
export interface Entry {
  heads: string[];
  dates?: DateSpan;
  place?: string;
  points: string[];
  prose: string[];
  isFromPoint: boolean;
}

/** A line apart from its dates. */
export interface DatedText {
  text: string;
  dates?: DateSpan;
}

const DURATION = /^\(?(?:\d{1,2}\+?\s?(?:years?|yrs?|months?|mos?|weeks?)[\s,]*(?:and\s)?){1,3}\)?$/i;
const DATE_WORDS =
  /(?:^|[\s(,])(?:expected|anticipated|graduat(?:ed|ion|ing)(?: date)?|class of|dates?|period|from|since|issued|completed)[\s:]*$/i;

export function newEntry(isFromPoint = false): Entry {
  return { heads: [], points: [], prose: [], isFromPoint };
}

export function hasBody(entry: Entry): boolean {
  return entry.points.length > 0 || entry.prose.length > 0;
}

/** Takes the dates off a line that names something. A year inside a sentence is not the entry's date. */
export function takeDates(line: string): DatedText {
  const span = findDateSpan(line);
  if (!span) return { text: line };
  const before = line.slice(0, span.index).replace(DATE_WORDS, '');
  const after = line.slice(span.index + span.length);
  const isAtEdge = /^[\s\p{P}]*$/u.test(before) || /^[\s\p{P}]*(?:\t|$)/u.test(after) || line.includes('\t');
  const isApart = /[,|·–—]\s*$/u.test(before) && /^\s*[,|·–—]/u.test(after);
  if (!span.isRange && (!(isAtEdge || isApart) || isInsideBrackets(before, after))) return { text: line };
  return { text: tidied(`${open(before)}\t${after.replace(/^\s?[)\]]/, '')}`), dates: span };
}

export function isDuration(text: string): boolean {
  return DURATION.test(text);
}

/** Whether what is left of a line beside its dates names nothing. */
export function isNameless(text: string): boolean {
  return text === '' || isDuration(text) || isPlace(text);
}

// "(NeurIPS 2023)" names an event, "(2023)" is a date.
function isInsideBrackets(before: string, after: string): boolean {
  const inner = before.slice(before.lastIndexOf('(') + 1);
  return before.includes('(') && !inner.includes(')') && after.includes(')') && /[\p{L}\p{N}]/u.test(inner);
}

function open(text: string): string {
  return text.replace(/[([]\s?$/, '');
}

function tidied(text: string): string {
  return text
    .replace(/^[\s.,;:|•·–—/-]+|[\s,;:|•·–—/-]+$/gu, '')
    .replace(/[\s,|•·–—-]*\t[\s,|•·–—-]*/gu, '\t');
}
