import { countGroups, type CountedGroup } from './count-groups.ts';
import { plusCounted, sumCounted, sumCountedBy, type Counted } from './counted.ts';
import type { Dates, Stretch, Stretches } from './period.ts';
import { createPlacing, type GroupedRow, type PlacedRow } from './place-rows.ts';

export type Step = 'day' | 'month';

/** What a group came to, which is named by its place among the groups. */
export interface CountedPart extends Counted {
  group: number;
}

/** What a day or month came to. Dates are those of the person's calendar, such as `2026-03-17`. */
export interface CountedBucket {
  from: string;
  total: Counted;
  /** Of the groups that have anything in it. */
  parts: CountedPart[];
}

/** What was used from the beginning of the period up to the end of a day or month, beside the period before. */
export interface ComparedBucket {
  from: string | null;
  sum: Counted | null;
  previousFrom: string | null;
  previousSum: Counted | null;
}

export interface Analysis {
  /** The first and the last day that are counted. */
  from: string;
  until: string;
  /** Of the period before, as many days as have passed of this one. */
  previousFrom: string;
  previousUntil: string;
  total: Counted;
  previousTotal: Counted;
  groups: CountedGroup[];
  buckets: CountedBucket[];
  /** What is of a month as a whole and of none of its days: such adjustments. The totals and sums have it. */
  undated: CountedPart[];
  compared: ComparedBucket[];
}

const DAY_MS = 86_400_000;

/**
 * Adds up usage by day or month and by group, for a period and for the one before. Whatever the step and the grouping,
 * parts add up to totals, and totals to the rows that are in the period.
 */
export function analyze(
  rows: readonly GroupedRow[],
  { zone, stretches, step }: { zone: string; stretches: Stretches; step: Step },
): Analysis {
  const { current, previous, today } = stretches;
  const until = Math.min(current.to, today + 1);
  const previousUntil =
    until === current.to ? previous.to : Math.min(previous.to, previous.from + until - current.from);
  const placeIn = createPlacing(zone);
  const now = placeIn(rows, current);
  const before = placeIn(rows, previous);
  const comparable = before.filter(({ day }) => day === null || day < previousUntil);
  const groups = countGroups(now, comparable);
  const placeOf = new Map(groups.map(({ name }, index) => [name, index]));
  const partsOf = (placed: readonly PlacedRow[]): CountedPart[] =>
    [...sumCountedBy(placed, ({ group }) => placeOf.get(group) ?? groups.length - 1)]
      .map(([group, counted]) => ({ group, ...counted }))
      .toSorted((left, right) => left.group - right.group);
  const dates = datesOf(current, step).filter(({ from }) => from < until);
  const { dated, undated } = inBuckets(now, { dates, step });
  return {
    from: dateText(current.from),
    until: dateText(until - 1),
    previousFrom: dateText(previous.from),
    previousUntil: dateText(previousUntil - 1),
    total: sumCounted(now),
    previousTotal: sumCounted(comparable),
    groups,
    buckets: dated.map(({ from, placed }) => ({ from, total: sumCounted(placed), parts: partsOf(placed) })),
    undated: partsOf(undated),
    compared: compare(
      runningSums(now, { dates, step }),
      runningSums(before, { dates: datesOf(previous, step), step }),
    ),
  };
}

function datesOf({ from, to, months }: Stretch, step: Step): Dates[] {
  if (step === 'month') return months;
  return Array.from({ length: to - from }, (_, index) => ({ from: from + index, to: from + index + 1 }));
}

interface Buckets {
  dates: readonly Dates[];
  step: Step;
}

function inBuckets(rows: readonly PlacedRow[], { dates, step }: Buckets) {
  const dated = dates.map(({ from }) => ({ from: dateText(from), placed: new Array<PlacedRow>() }));
  const bucketOf = new Map(
    dates.flatMap(({ from, to }, index) =>
      Array.from({ length: to - from }, (_, day) => [from + day, dated[index]] as const),
    ),
  );
  const undated: PlacedRow[] = [];
  for (const row of rows) {
    const date = step === 'month' ? row.date : row.day;
    const bucket = date === null ? undefined : bucketOf.get(date);
    (bucket?.placed ?? undated).push(row);
  }
  return { dated, undated };
}

function runningSums(rows: readonly PlacedRow[], buckets: Buckets): { from: string; sum: Counted }[] {
  const { dated, undated } = inBuckets(rows, buckets);
  let sum = sumCounted(undated);
  return dated.map(({ from, placed }) => {
    sum = plusCounted(sum, sumCounted(placed));
    return { from, sum };
  });
}

type Running = ReturnType<typeof runningSums>;

function compare(current: Running, previous: Running): ComparedBucket[] {
  return Array.from({ length: Math.max(current.length, previous.length) }, (_, index) => ({
    from: current[index]?.from ?? null,
    sum: current[index]?.sum ?? null,
    previousFrom: previous[index]?.from ?? null,
    previousSum: previous[index]?.sum ?? null,
  }));
}

function dateText(date: number): string {
  return new Date(date * DAY_MS).toISOString().slice(0, 10);
}
