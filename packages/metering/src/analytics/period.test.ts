import { describe, expect, it } from 'vitest';
import { localDay } from '../windows/day.ts';
import { localMonth } from '../windows/month.ts';
import { stretchesOf, type Dates, type Period, type Stretch } from './period.ts';
import { emptyMeter } from '../stream/state.ts';

const DAY_MS = 86_400_000;
const text = (date: number) => new Date(date * DAY_MS).toISOString().slice(0, 10);
const span = ({ from, to }: Dates) => `${text(from)}..${text(to - 1)}`;
const spans = ({ months }: Stretch) => months.map(span);

function stretchesAt(
  period: Period,
  { at = '2026-03-17T12:00:00Z', zone = 'UTC', anchorDay = 1, monthFrom = '' } = {},
) {
  const instant = Date.parse(at);
  const month = localMonth({ zone, day: anchorDay }, instant);
  return stretchesOf(period, {
    zone,
    anchorDay,
    day: emptyMeter(localDay(zone, instant)),
    month: emptyMeter({ ...month, ...(monthFrom !== '' && { startsAt: Date.parse(monthFrom) }) }),
  });
}

describe('a period and the one before', () => {
  it.each([
    ['thisMonth', '2026-03-01..2026-03-31', '2026-02-01..2026-02-28'],
    ['lastMonth', '2026-02-01..2026-02-28', '2026-01-01..2026-01-31'],
    ['last12Months', '2025-04-01..2026-03-31', '2024-04-01..2025-03-31'],
    ['last7Days', '2026-03-11..2026-03-17', '2026-03-04..2026-03-10'],
    ['last30Days', '2026-02-16..2026-03-17', '2026-01-17..2026-02-15'],
    ['last90Days', '2025-12-18..2026-03-17', '2025-09-19..2025-12-17'],
  ] as const)('of %s are %s and %s', (period, now, before) => {
    const { current, previous, today } = stretchesAt(period);
    expect([span(current), span(previous), text(today)]).toEqual([now, before, '2026-03-17']);
  });

  it('are those of the person’s own dates', () => {
    const late = { at: '2026-03-17T23:30:00Z' };
    expect(text(stretchesAt('last7Days', { ...late, zone: 'Asia/Tokyo' }).today)).toBe('2026-03-18');
    expect(text(stretchesAt('last7Days', { ...late, zone: 'America/New_York' }).today)).toBe('2026-03-17');
  });

  it('begin on the day that the month is anchored to, which shorter months clamp', () => {
    const { current, previous } = stretchesAt('thisMonth', { anchorDay: 31 });
    expect([span(current), span(previous)]).toEqual(['2026-02-28..2026-03-30', '2026-01-31..2026-02-27']);
    expect(spans(stretchesAt('last12Months', { anchorDay: 15 }).current).at(-1)).toBe(
      '2026-03-15..2026-04-14',
    );
  });

  it('have no month of a day where a change of zone moved the beginning of the running one', () => {
    const { previous } = stretchesAt('thisMonth', { zone: 'Asia/Tokyo', monthFrom: '2026-03-01T08:00:00Z' });
    expect(span(previous)).toBe('2026-02-01..2026-03-01');
  });

  it('have today, also where the running month began late on it', () => {
    const changed = { zone: 'Asia/Tokyo', at: '2026-03-01T09:00:00Z', monthFrom: '2026-03-01T08:00:00Z' };
    const { current, previous } = stretchesAt('thisMonth', changed);
    expect([span(current), span(previous)]).toEqual(['2026-03-01..2026-03-31', '2026-02-01..2026-02-28']);
  });

  it('of days are cut into months that have no other days', () => {
    expect(spans(stretchesAt('last30Days').current)).toEqual([
      '2026-02-16..2026-02-28',
      '2026-03-01..2026-03-17',
    ]);
  });
});
