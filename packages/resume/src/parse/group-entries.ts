import { isPlace } from '../places/place.ts';
import { hasBody, isDuration, isNameless, newEntry, takeDates, type DatedText, type Entry } from './entry.ts';
import { isProse, joinWrapped } from './join-wrapped.ts';
import type { Line } from './lines.ts';
import { titleLikeness } from './titles.ts';

const HEADS_MAX = 4;

/**
 * Groups a section's lines into its entries. Layouts differ in where an entry's dates stand: on its first line,
 * on a later one, on a line before it, or after all its points. The first entry shows which it is.
 */
export function groupEntries(lines: readonly Line[]): { entries: Entry[]; unplaced: string[] } {
  const state: Grouping = {
    entries: [],
    unplaced: [],
    headsBeforeDates: undefined,
    hasDates: hasAnyDates(lines),
  };
  const isAllPoints = lines.length > 1 && lines.every((line) => line.isPoint);
  const joined = joinWrapped(lines);
  for (const [index, line] of joined.entries()) {
    const above = joined[index - 1];
    if (line.isPoint) addPoint(state, line, isAllPoints);
    else if (isCityUnderDates(above, line, joined.slice(index + 1, index + 3))) addCity(state, line);
    else addLine(state, line);
  }
  return state;
}

interface Grouping {
  entries: Entry[];
  unplaced: string[];
  headsBeforeDates: number | undefined;
  hasDates: boolean;
}

// A city without its country is told by where it stands: right under a line of dates, with no entry opening there.
function isCityUnderDates(above: Line | undefined, line: Line, below: readonly Line[]): boolean {
  if (!above || line.isAfterGap || !CITY.test(line.text) || titleLikeness(line.text) > 0) return false;
  const dated = takeDates(above.text);
  const gap = below.findIndex((next) => next.isAfterGap);
  const rest = gap < 0 ? below : below.slice(0, gap);
  return (
    dated.dates?.isRange === true &&
    isNameless(dated.text) &&
    !rest.some((next) => takeDates(next.text).dates)
  );
}

const CITY = /^\p{Lu}[\p{L}.'’-]{1,30}(?: \p{Lu}[\p{L}.'’-]{1,30}){0,2}$/u;

function addCity(state: Grouping, line: Line): void {
  const entry = state.entries.at(-1);
  if (entry && entry.place === undefined && entry.heads.length > 0) entry.place = line.text;
  else addLine(state, line);
}

function addPoint(state: Grouping, line: Line, isAllPoints: boolean): void {
  const entry = state.entries.at(-1);
  const isOpening =
    !entry || (entry.isFromPoint && (isAllPoints || takeDates(line.text).dates?.isRange === true));
  if (!isOpening) {
    entry.points.push(line.text);
    return;
  }
  const opened = newEntry(true);
  state.entries.push(opened);
  addHead(state, opened, takeDates(line.text));
}

function addLine(state: Grouping, line: Line): void {
  const entry = state.entries.at(-1);
  if (isDuration(line.text)) return;
  const dated = isSentence(line.text) ? { text: line.text } : takeDates(line.text);
  if (isNameless(dated.text)) {
    addNameless(state, dated);
  } else if (isSentence(line.text)) {
    if (entry) entry.prose.push(line.text);
    else state.unplaced.push(line.text);
  } else {
    const opens = !entry || (dated.dates ? datedOpens(entry) : undatedOpens(state, entry, line));
    const target = opens ? newEntry() : entry;
    if (opens) state.entries.push(target);
    addHead(state, target, dated);
  }
}

// A naming line may be long; it has no full stop, or it has dates.
function isSentence(text: string): boolean {
  return isProse(text) && (/[.!?]$/.test(text) || takeDates(text).dates?.isRange !== true);
}

function datedOpens(entry: Entry): boolean {
  return (entry.dates !== undefined && entry.heads.length > 0) || hasBody(entry);
}

function undatedOpens(state: Grouping, entry: Entry, line: Line): boolean {
  if (hasBody(entry)) return true;
  if (entry.heads.length === 0) return false;
  if (entry.heads.length >= HEADS_MAX) return true;
  if (entry.dates && (state.headsBeforeDates ?? 0) > 0) return true;
  return line.isAfterGap && (entry.heads.length >= 2 || !state.hasDates);
}

/** A line of only dates or a place belongs to the entry that still lacks them, else it opens the next one. */
function addNameless(state: Grouping, dated: DatedText): void {
  const last = state.entries.at(-1);
  const isComplete = last?.dates !== undefined && (dated.dates !== undefined || hasBody(last));
  const entry = last && !isComplete ? last : newEntry();
  if (entry !== last) state.entries.push(entry);
  addHead(state, entry, dated);
}

function addHead(state: Grouping, entry: Entry, { text, dates }: DatedText): void {
  if (dates && !entry.dates) {
    entry.dates = dates;
    if (!hasBody(entry)) state.headsBeforeDates ??= entry.heads.length;
  }
  if (isPlace(text) && entry.place === undefined) entry.place = text;
  else if (text !== '' && !isDuration(text)) entry.heads.push(text);
}

function hasAnyDates(lines: readonly Line[]): boolean {
  return lines.some((line) => !line.isPoint && takeDates(line.text).dates !== undefined);
}
