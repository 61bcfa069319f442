import { findDateSpan } from '../dates/find-dates.ts';
import { isPlace } from '../places/place.ts';
import type { Line } from './lines.ts';

const FULL_SHARE = 0.72;
const FULL_LENGTH_MIN = 45;

/** Puts sentences that run over several lines back into one line each. */
export function joinWrapped(lines: readonly Line[]): Line[] {
  const width = usualWidth(lines);
  const joined: Line[] = [];
  let last: Line | undefined;
  for (const [index, line] of lines.entries()) {
    const open = joined.at(-1);
    if (open && last && continues({ open, last, line, next: lines[index + 1] }, width)) {
      open.text += ` ${line.text}`;
    } else {
      joined.push({ ...line });
    }
    last = line;
  }
  return joined;
}

const LABELLED = /^\p{Lu}[\p{L} ]{2,30}:\s/u;

interface Position {
  /** The sentence so far, its last line, the line in question, and the one after. */
  open: Line;
  last: Line;
  line: Line;
  next: Line | undefined;
}

function continues({ open, last, line, next }: Position, width: number): boolean {
  if (line.isPoint || line.isAfterGap || line.text.includes('\t') || last.text.includes('\t')) return false;
  if (findDateSpan(line.text)?.isRange || isPlace(line.text)) return false;
  const isFull = last.text.length >= Math.max(FULL_LENGTH_MIN, width * FULL_SHARE);
  if (LABELLED.test(line.text)) return false;
  if (/^[\p{Ll})]|^\d[\d,.]*\)/u.test(line.text)) return open.isPoint || isFull || line.indent > open.indent;
  if (open.isPoint && line.indent > open.indent) return true;
  if (!isFull || opensEntry(next)) return false;
  if (!open.isPoint && !isProse(open.text)) return false;
  return open.isPoint ? !/[.!?;]$/.test(last.text) : true;
}

function opensEntry(next: Line | undefined): boolean {
  return next !== undefined && !next.isPoint && findDateSpan(next.text)?.isRange === true;
}

/** Whether a text reads as a sentence and not as a title. */
export function isProse(text: string): boolean {
  const words = text.split(/\s+/).length;
  return words >= 14 || (words >= 3 && /[.!?]$/.test(text) && !ABBREVIATED.test(text));
}

const ABBREVIATED = /\b(?:Inc|Ltd|Co|Corp|Jr|Sr|etc|Univ|Dept|Ph\.D|[BM]\.(?:A|S|Sc))\.$/;

function usualWidth(lines: readonly Line[]): number {
  const lengths = lines.map((line) => line.text.length).toSorted((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.95)] ?? 0;
}
