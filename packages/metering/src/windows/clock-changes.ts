import { offsetAt } from './local-date.ts';

const DAY_MS = 86_400_000;

/** The instants within a stretch from which on a zone's clocks are otherwise apart from UTC than before. */
export function clockChanges(zone: string, { since, until }: { since: number; until: number }): number[] {
  const changes: number[] = [];
  for (let from = since; from < until; from += DAY_MS) {
    const to = Math.min(from + DAY_MS, until);
    if (offsetAt(zone, from) !== offsetAt(zone, to)) changes.push(changeWithin(zone, from, to));
  }
  return changes;
}

function changeWithin(zone: string, from: number, to: number): number {
  const offset = offsetAt(zone, from);
  let [before, reached] = [from, to];
  while (reached - before > 1) {
    const middle = Math.floor((before + reached) / 2);
    if (offsetAt(zone, middle) === offset) before = middle;
    else reached = middle;
  }
  return reached;
}
