/** What will have been used at a time. */
export interface PointInTime {
  at: number;
  amount: bigint;
}

/**
 * When a growing amount reaches a limit, as if it grew evenly between the points; the time of the first where it is
 * reached there. Null where it never is, and without a limit.
 */
export function reachedAt(points: readonly PointInTime[], limit: bigint | null): Date | null {
  if (limit === null) return null;
  const index = points.findIndex(({ amount }) => amount >= limit);
  const reached = points[index];
  if (!reached) return null;
  const before = points[index - 1];
  if (!before) return new Date(reached.at);
  const share = Number(limit - before.amount) / Number(reached.amount - before.amount);
  return new Date(Math.ceil(before.at + share * (reached.at - before.at)));
}
