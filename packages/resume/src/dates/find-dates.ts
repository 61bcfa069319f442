import { BARE_MONTH, DATE_FORMS, monthOf } from './date-atoms.ts';

/** Dates as a text has them. A range that goes on has no end; a lone date is in `end`, with no start. */
export interface DateSpan {
  start?: string;
  end?: string;
  isRange: boolean;
  /** Where it stands in the text. */
  index: number;
  length: number;
}

interface FoundDate {
  date: string;
  index: number;
  end: number;
}

/** Every single date of a text, in order, at most 500. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of text.matchAll(ANY_DATE)) {
    const date = readDate(match[0]);
    if (date) found.push({ date, index: match.index, end: match.index + match[0].length });
    if (found.length >= 500) break;
  }
  return found;
}

/** The first range of dates in a line, or else its last lone date. */
export function findDateSpan(line: string): DateSpan | undefined {
  const text = line.slice(0, LINE_LENGTH_MAX);
  return findSharedYear(text) ?? findRange(text) ?? findLoneDate(text);
}

const LINE_LENGTH_MAX = 500;
const ONGOING =
  '(?:(?:till|until|to)\\s(?:date|now|present|today)|presently|present|currently|current|now|today|date|ongoing|on-going)';
const TO = '\\s{0,3}(?:[-–—−~→]{1,3}|\\b(?:to|until|till|through|thru)\\b)\\s{0,3}';
const BOUNDARY_BEFORE = '(?<![\\p{L}\\p{N}.,/$€£#+])';
const BOUNDARY_AFTER = '(?![\\p{L}\\p{N}+%]|[,.]\\d)';

const ANY_DATE = new RegExp(
  `${BOUNDARY_BEFORE}(?:${DATE_FORMS.map((form) => form.source.replace(/\((?!\?)/g, '(?:')).join('|')})${BOUNDARY_AFTER}`,
  'giu',
);
const AFTER_RANGE = new RegExp(`^${TO}(?:${ONGOING}\\b|(?=[\\p{L}\\d]))`, 'iu');
const OPEN_END = new RegExp(`^${TO}(?:$|(?=[)\\]|\\t,]))`, 'iu');
const SHORT_END = /^\s?[-–—/]\s?(\d\d)(?![\d\p{L}])/u;
const SINCE = /(?:\bsince|\bfrom)\s$/i;
const SHARED_YEAR = new RegExp(`${BOUNDARY_BEFORE}${BARE_MONTH}${TO}(?=[\\p{L}])`, 'iu');
const WHOLE_FORMS = DATE_FORMS.map((form) => ({
  pattern: new RegExp(`^${form.source}$`, 'iu'),
  read: form.read,
}));

function readDate(written: string): string | undefined {
  for (const { pattern, read } of WHOLE_FORMS) {
    const match = pattern.exec(written);
    if (match) return read(match);
  }
  return undefined;
}

function findSharedYear(text: string): DateSpan | undefined {
  const match = SHARED_YEAR.exec(text);
  if (!match) return undefined;
  const from = match.index + match[0].length;
  const end = findDates(text.slice(from))[0];
  const month = monthOf(match[1]);
  if (!end || end.index !== 0 || end.date.length < 7 || month === undefined) return undefined;
  const start = `${end.date.slice(0, 4)}-${month}`;
  return { start, end: end.date, isRange: true, index: match.index, length: from + end.end - match.index };
}

function findRange(text: string): DateSpan | undefined {
  const dates = findDates(text);
  for (const [position, { date: start, index, end }] of dates.entries()) {
    const range = rangeFrom(text, { start, index, end }, dates[position + 1]);
    if (range) return range;
  }
  return undefined;
}

function rangeFrom(
  text: string,
  from: { start: string; index: number; end: number },
  next: FoundDate | undefined,
): DateSpan | undefined {
  const { start, index } = from;
  const rest = text.slice(from.end);
  const link = AFTER_RANGE.exec(rest);
  const spanTo = (end: number) => ({ start, isRange: true, index, length: end - index });
  if (link && next && next.index === from.end + link[0].length) {
    return isOrdered(start, next.date) ? { ...spanTo(next.end), end: next.date } : undefined;
  }
  if (link && new RegExp(`${ONGOING}$`, 'i').test(link[0])) return spanTo(from.end + link[0].length);
  const short = start.length === 4 ? SHORT_END.exec(rest) : null;
  if (short?.[1]) {
    const end = start.slice(0, 2) + short[1];
    if (isOrdered(start, end)) return { ...spanTo(from.end + short[0].length), end };
  }
  const open = OPEN_END.exec(rest);
  if (open) return spanTo(from.end + open[0].length);
  const since = SINCE.exec(text.slice(0, index));
  if (since) return { start, isRange: true, index: since.index, length: from.end - since.index };
  return undefined;
}

function findLoneDate(text: string): DateSpan | undefined {
  const last = findDates(text).at(-1);
  if (!last) return undefined;
  return { end: last.date, isRange: false, index: last.index, length: last.end - last.index };
}

function isOrdered(start: string, end: string): boolean {
  const shorter = Math.min(start.length, end.length);
  return start.slice(0, shorter) <= end.slice(0, shorter);
}
