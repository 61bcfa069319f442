import { daysInMonth, localDateAt, startOfLocalDate } from './local-date.ts';
import type { Span } from './span.ts';

const DAY_MS = 86_400_000;
/** Shorter than any month and longer than what a change of zone or anchor could cut off. */
const SHORTEST_MONTH_MS = 27 * DAY_MS;

/** When a month begins: on this day of it, in this zone. Day 31 is the last day of shorter months. */
export interface MonthAnchor {
  zone: string;
  day: number;
}

/** The billing month that holds an instant. Anchored to day 1 it is the calendar month. */
export function localMonth(anchor: MonthAnchor, at: number): Span {
  const { year, month, day } = localDateAt(anchor.zone, at);
  const begun = day >= clampedDay(anchor.day, year, month);
  const first = begun ? month : month - 1;
  return { startsAt: startOfMonth(anchor, year, first), endsAt: startOfMonth(anchor, year, first + 1) };
}

/**
 * The month that runs at an instant, given the month last seen. Months only move forward; one that opens after a
 * change of zone or anchor lasts at least 27 days, so that no sequence of changes buys a month.
 */
export function monthAt(last: Span, anchor: MonthAnchor, at: number): Span {
  if (at < last.endsAt) return last;
  const { startsAt, endsAt } = localMonth(anchor, last.endsAt + SHORTEST_MONTH_MS);
  const isBoundary = startsAt === last.endsAt + SHORTEST_MONTH_MS;
  const first = { startsAt: last.endsAt, endsAt: isBoundary ? startsAt : endsAt };
  if (at < first.endsAt) return first;
  const current = localMonth(anchor, at);
  return { startsAt: Math.max(first.endsAt, current.startsAt), endsAt: current.endsAt };
}

function startOfMonth({ zone, day }: MonthAnchor, year: number, month: number): number {
  const first = new Date(Date.UTC(year, month - 1, 1));
  const date = { year: first.getUTCFullYear(), month: first.getUTCMonth() + 1 };
  return startOfLocalDate(zone, { ...date, day: clampedDay(day, date.year, date.month) });
}

function clampedDay(day: number, year: number, month: number): number {
  return Math.min(day, daysInMonth(year, month));
}
