import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryZone, DAY_MS, HOUR_MS } from '../../testing/arbitrary-times.ts';
import { holdCommand } from '../../testing/commands.ts';
import { openMemoryStream } from '../../testing/memory-stream.ts';
import { localDay } from '../windows/day.ts';
import { advance } from './advance.ts';
import { decideHold } from './decide-hold.ts';
import { decideZone } from './decide-terms.ts';

const NOON = Date.UTC(2026, 5, 10, 12);

function streamWithHold(lifetimeMs = 120_000) {
  const stream = openMemoryStream(NOON);
  stream.append(decideHold(stream.view('op_1', NOON), holdCommand({ lifetimeMs })));
  return stream;
}

describe('advance', () => {
  it('changes nothing before anything is due', () => {
    const head = streamWithHold().head();
    expect(advance(head, NOON + 119_999)).toEqual({ now: NOON + 119_999, entries: [], state: head });
  });

  it('does not go back with the clock', () => {
    const head = streamWithHold().head();
    expect(advance(head, NOON - DAY_MS)).toEqual({ now: NOON, entries: [], state: head });
  });

  it('charges a hold in full at the moment that its time is up', () => {
    const { entries, state } = advance(streamWithHold().head(), NOON + 120_000);
    expect(entries.map(({ fact }) => [fact.kind, fact.operationId, fact.step])).toEqual([
      ['expire', 'op_1', 1],
    ]);
    expect(state.day).toMatchObject({ spent: { tokens: 1_000 }, held: { tokens: 0 } });
    expect(state.lifetime).toMatchObject({ tokens: 1_000, operations: 1 });
  });

  it('leaves the operation that is about to be ended', () => {
    const { entries, state } = advance(streamWithHold().head(), NOON + DAY_MS, 'op_1');
    expect(entries).toEqual([]);
    expect(state.open).toHaveLength(1);
    expect(state.previousDay?.held.tokens).toBe(1_000);
  });

  it('charges what expired to the day that admitted it, and shows the day that runs', () => {
    const { state } = advance(streamWithHold().head(), NOON + 3 * DAY_MS);
    expect(state.day).toEqual({
      ...localDay('UTC', NOON + 3 * DAY_MS),
      spent: { tokens: 0, costNanos: 0n },
      held: { tokens: 0, costNanos: 0n },
    });
    expect(state.month.spent.tokens).toBe(1_000);
    expect([state.previousDay, state.admittedToday]).toEqual([null, {}]);
  });

  it('expires in the order in which time ran out', () => {
    const stream = openMemoryStream(NOON);
    for (const [operationId, lifetimeMs] of [
      ['op_middle', 2_000],
      ['op_fast', 1_000],
      ['op_slow', 3_000],
    ] as const) {
      stream.append(decideHold(stream.view(operationId, NOON), holdCommand({ operationId, lifetimeMs })));
    }
    const { entries } = advance(stream.head(), NOON + 2_500);
    expect(entries.map(({ fact }) => fact.operationId)).toEqual(['op_fast', 'op_middle']);
  });

  it('takes scheduled terms into force at their time, once, and opens the day in the new zone', () => {
    const stream = openMemoryStream(NOON);
    const zone = { operationId: 'terms_1', actor: 'usr_1', zone: 'Asia/Tokyo' };
    stream.append(decideZone(stream.view('terms_1', NOON), zone));
    const midnight = stream.head().day.endsAt;
    expect(advance(stream.head(), midnight - 1).state.terms.inForce.zone).toBe('UTC');
    const { entries, state } = advance(stream.head(), midnight + 5 * DAY_MS);
    expect(entries.map(({ fact }) => [fact.kind, fact.operationId])).toEqual([['terms', 'terms_2']]);
    expect(state.terms).toMatchObject({ inForce: { zone: 'Asia/Tokyo' }, scheduled: null });
    expect(state.termsSeq).toBe(state.seq);
    expect(state.day).toMatchObject(localDay('Asia/Tokyo', midnight + 5 * DAY_MS));
    expect(advance(state, midnight + 5 * DAY_MS).entries).toEqual([]);
  });

  it('gives no more days than 23 hours allow to a person who changes the zone every hour for a year', () => {
    const openedAt = Date.UTC(2026, 0, 1);
    const hours = 365 * 24;
    fc.assert(
      fc.property(fc.array(arbitraryZone, { minLength: 1, maxLength: 200, size: 'max' }), (zones) => {
        const stream = openMemoryStream(openedAt);
        const [days, months] = [new Set<number>(), new Set<number>()];
        for (let hour = 0; hour < hours; hour += 1) {
          const operationId = `terms_hour_${hour}`;
          const view = { head: stream.head(), earlier: [], clock: openedAt + hour * HOUR_MS };
          const command = { operationId, actor: 'usr_1', zone: zones[hour % zones.length] ?? 'UTC' };
          const { day, month } = stream.append(decideZone(view, command));
          days.add(day.startsAt);
          months.add(month.startsAt);
        }
        expect(days.size).toBeLessThanOrEqual(Math.ceil(hours / 23) + 1);
        expect(months.size).toBeLessThanOrEqual(Math.ceil(hours / 24 / 27) + 1);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });
});
