import { WINDOW_LIMIT_NAMES } from '@resumint/metering';
import type { Complain } from './check-stream.ts';
import type { LimitsInForce } from './limits-in-force.ts';
import type { Row } from './read-stream-rows.ts';
import { inUnitOf, isOfDay, type Sums } from './sums.ts';

type CheckAlerts = (at: { row: Row; sums: Sums; limits: LimitsInForce }, complain: Complain) => void;

/**
 * Each threshold belongs to the entry whose spending reached it: the highest of each limit, once in a window. An entry
 * that says more than that tells somebody twice, one that says less tells nobody.
 */
export function createAlertCheck(): CheckAlerts {
  /** The highest percent that was told of, by limit and window. */
  const told = new Map<string, number>();
  return ({ row, sums, limits }, complain) => {
    const said = row.crossed === null ? [] : row.crossed.split(' ');
    const due = isSpending(row) ? thresholdsReached(row, sums, limits) : [];
    const expected = due.filter(({ key, percent }) => percent > (told.get(key) ?? 0));
    for (const { key, percent } of expected) told.set(key, percent);
    const names = expected.map(({ name }) => name);
    const [tooMuch, tooLittle] = [without(said, names), without(names, said)];
    for (const name of tooMuch) complain('duplicateAlerts', row, `tells of ${name}`);
    for (const name of tooLittle) complain('missedAlerts', row, `does not tell of ${name}`);
    if (new Set(said).size < said.length) complain('duplicateAlerts', row, `tells twice: ${row.crossed}`);
  };
}

function without(names: string[], others: string[]): string[] {
  return names.filter((name) => !others.includes(name));
}

function isSpending({ kind }: Row): boolean {
  return kind === 'settle' || kind === 'expire' || kind === 'correct' || kind === 'adjust';
}

function thresholdsReached(row: Row, sums: Sums, { windows, alertAtPercent }: LimitsInForce) {
  return WINDOW_LIMIT_NAMES.flatMap((limit) => {
    const allowed = windows[limit];
    if (allowed === null || allowed === 0n) return [];
    const startsAt = isOfDay(limit) ? row.dayStart : row.monthStart;
    const { spent } = isOfDay(limit) ? sums.day(startsAt) : sums.month(startsAt);
    const reached = alertAtPercent.filter(
      (share) => inUnitOf(limit, spent) * 100n >= allowed * BigInt(share),
    );
    const percent = Math.max(0, ...reached);
    return percent === 0
      ? []
      : [{ key: `${limit} ${startsAt.getTime()}`, percent, name: `${limit}:${percent}` }];
  });
}
