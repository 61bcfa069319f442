import { DAY_MS, TEN_YEARS } from './arbitrary-times.ts';

/** When a zone's clocks change, and how far from UTC they are on either side. */
export interface Transition {
  at: number;
  before: number;
  after: number;
}

const SAMPLED_EVERY_MS = 7 * DAY_MS;

/**
 * Every change of a zone's clocks in ten years, by reading them weekly and halving where they differ. No zone changes
 * its clocks twice within a week and back.
 */
export function transitionsOf(zone: string): Transition[] {
  const offsetAt = offsetsOf(zone);
  const found: Transition[] = [];
  let before = offsetAt(TEN_YEARS.from);
  for (let at = TEN_YEARS.from; at < TEN_YEARS.to; at += SAMPLED_EVERY_MS) {
    const after = offsetAt(at + SAMPLED_EVERY_MS);
    if (after !== before) found.push({ at: changeWithin(offsetAt, at, before), before, after });
    before = after;
  }
  return found;
}

/** How far a zone's clocks are ahead of UTC at an instant, read off the clock itself. */
export function offsetsOf(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (at) => Date.parse(`${format.format(at).replace(' ', 'T')}Z`) - at;
}

function changeWithin(offsetAt: (at: number) => number, from: number, before: number): number {
  let [last, changed] = [from, from + SAMPLED_EVERY_MS];
  while (changed - last > 1_000) {
    const middle = Math.floor((last + changed) / 2_000) * 1_000;
    if (offsetAt(middle) === before) last = middle;
    else changed = middle;
  }
  return changed;
}
