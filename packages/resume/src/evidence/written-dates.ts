import { findDates, findDateSpan } from '../dates/find-dates.ts';

/** Every date a text has, in whatever form it writes them. */
export function writtenDates(text: string): string[] {
  const spans = text.split('\n').map((line) => findDateSpan(line));
  return [
    ...findDates(text).map(({ date }) => date),
    ...spans.flatMap((span) => [span?.start, span?.end].filter((date) => date !== undefined)),
  ];
}
