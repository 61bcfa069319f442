import { formatClock, formatTimeOfDay } from './format-time.ts';

/** When an earlier call was made: by the clock alone where it was on the same day. */
export function describeEarlier(startedAt: Date, { now, zone }: { now: Date; zone: string }): string {
  const [earlier, later] = [startedAt, now].map((at) => at.toLocaleDateString('en-CA', { timeZone: zone }));
  return earlier === later ? formatTimeOfDay(startedAt, zone) : formatClock(startedAt, zone);
}
