import { byCounted, sumCounted, sumCountedBy, NOTHING_COUNTED, type Counted } from './counted.ts';

export interface CountedGroup {
  name: string;
  total: Counted;
  previousTotal: Counted;
}

type Grouped = Counted & { group: string };

/** What groups beyond those that are told apart are called together. */
export const OTHER = 'other';

/** More than this cannot be told apart by color. */
const MOST_GROUPS = 8;

/** The totals of each group, by name. Where there are too many, those with least are `other`, at the end. */
export function countGroups(current: readonly Grouped[], previous: readonly Grouped[]): CountedGroup[] {
  const totals = sumCountedBy(current, ({ group }) => group);
  const previousTotals = sumCountedBy(previous, ({ group }) => group);
  const names = [...new Set([...totals.keys(), ...previousTotals.keys()])].toSorted();
  const groups = names.map((name) => ({
    name,
    total: totals.get(name) ?? NOTHING_COUNTED,
    previousTotal: previousTotals.get(name) ?? NOTHING_COUNTED,
  }));
  if (groups.length <= MOST_GROUPS) return groups;
  const largest = new Set(
    groups.toSorted((left, right) => byCounted(left.total, right.total)).slice(0, MOST_GROUPS - 1),
  );
  const rest = groups.filter((group) => !largest.has(group));
  return [
    ...groups.filter((group) => largest.has(group)),
    {
      name: OTHER,
      total: sumCounted(rest.map(({ total }) => total)),
      previousTotal: sumCounted(rest.map(({ previousTotal }) => previousTotal)),
    },
  ];
}
