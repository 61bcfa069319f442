import type { DateSpan } from '../../dates/find-dates.ts';

/** A lone date of a job or degree is when it ended; a range without an end goes on. */
export function entryDates(span: DateSpan | undefined): { startDate?: string; endDate?: string } {
  return {
    ...(span?.start !== undefined && { startDate: span.start }),
    ...(span?.end !== undefined && { endDate: span.end }),
  };
}
