const USUAL_SHARES = [50, 80, 95, 100];

export const MOST_SHARES = 8;

/** The usual ones, and those that the person has. */
export function sharesToOffer(own: readonly number[]): number[] {
  return sorted([...USUAL_SHARES, ...own]);
}

/** Each once, ascending. */
export function sorted(shares: readonly number[]): number[] {
  return [...new Set(shares)].toSorted((left, right) => left - right);
}

/** A whole share from 1 to 100, as it is typed; null for anything else. */
export function parseShare(typed: string): number | null {
  const digits = /^\s*(\d{1,3})\s*%?\s*$/.exec(typed)?.[1];
  if (digits === undefined) return null;
  const share = Number(digits);
  return share >= 1 && share <= 100 ? share : null;
}
