import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../testing/arbitrary-times.ts';
import { holdCommand, settleCommand } from '../../testing/commands.ts';
import { openMemoryStream, type MemoryStream } from '../../testing/memory-stream.ts';
import type { Terms } from '../terms/terms.ts';
import { localDay } from '../windows/day.ts';
import { decideSettle } from './decide-end.ts';
import { decideHold } from './decide-hold.ts';
import { decideTerms, decideZone } from './decide-terms.ts';

const NOON = Date.UTC(2026, 5, 10, 12);

function changeTerms(stream: MemoryStream, at: number, change: (terms: Terms) => Terms) {
  const operationId = `terms_${stream.entries().length}_x`;
  return stream.append(
    decideTerms(stream.view(operationId, at), { operationId, actor: 'usr_admin', change }),
  );
}

function changeZone(stream: MemoryStream, at: number, zone: string) {
  const operationId = `terms_${stream.entries().length}_x`;
  return stream.append(decideZone(stream.view(operationId, at), { operationId, actor: 'usr_1', zone }));
}

const lower = (tokensPerDay: bigint) => (terms: Terms) => ({ ...terms, loweredByUser: { tokensPerDay } });

describe('decideTerms', () => {
  it('changes no counter and no window', () => {
    const stream = openMemoryStream(NOON);
    stream.append(decideHold(stream.view('op_1', NOON), holdCommand({ tokens: 5_000 })));
    stream.append(decideSettle(stream.view('op_1', NOON), settleCommand({ tokens: 4_000 })));
    stream.append(decideHold(stream.view('op_2', NOON), holdCommand({ operationId: 'op_2', tokens: 1_000 })));
    const before = stream.head();
    const after = changeTerms(stream, NOON, lower(100n));
    const changed = {
      seq: 5,
      termsSeq: 5,
      terms: { ...before.terms, inForce: lower(100n)(before.terms.inForce) },
    };
    expect(after).toEqual({ ...before, ...changed });
  });

  it('acts on the next call', () => {
    const stream = openMemoryStream(NOON);
    changeTerms(stream, NOON, lower(999n));
    expect(decideHold(stream.view('op_1', NOON), holdCommand({ tokens: 1_000 })).outcome.kind).toBe('denied');
    changeTerms(stream, NOON, lower(1_000n));
    expect(decideHold(stream.view('op_1', NOON), holdCommand({ tokens: 1_000 })).outcome.kind).toBe(
      'admitted',
    );
  });

  it('keeps a limit that was lowered meanwhile when a scheduled zone takes its place', () => {
    const stream = openMemoryStream(NOON);
    changeZone(stream, NOON, 'Asia/Tokyo');
    changeTerms(stream, NOON, lower(10n));
    const { inForce } = changeTerms(stream, NOON + DAY_MS, (terms) => terms).terms;
    expect(inForce).toMatchObject({ zone: 'Asia/Tokyo', loweredByUser: { tokensPerDay: 10n } });
  });

  it('happens once for each command', () => {
    const stream = openMemoryStream(NOON);
    const command = { operationId: 'terms_x', actor: 'usr_1', change: lower(10n) };
    stream.append(decideTerms(stream.view('terms_x', NOON), command));
    const again = decideTerms(stream.view('terms_x', NOON), command);
    expect(again.entries).toEqual([]);
    expect(again.outcome).toEqual(stream.head());
  });
});

describe('decideZone', () => {
  it('takes effect at the end of the running day', () => {
    const stream = openMemoryStream(NOON);
    const { terms, day } = changeZone(stream, NOON, 'Asia/Tokyo');
    expect(terms).toMatchObject({
      inForce: { zone: 'UTC' },
      scheduled: { at: day.endsAt, terms: { zone: 'Asia/Tokyo' } },
    });
    expect(day).toMatchObject(localDay('UTC', NOON));
  });

  it('opens a day in the new zone that lasts at least 23 hours', () => {
    const stream = openMemoryStream(NOON);
    const { day: last } = changeZone(stream, NOON, 'Asia/Tokyo');
    const { day } = changeTerms(stream, last.endsAt, (terms) => terms);
    expect(day.startsAt).toBe(last.endsAt);
    expect(new Date(day.endsAt).toISOString()).toBe('2026-06-12T15:00:00.000Z');
  });

  it('takes the last of several, and none when that is the zone in force', () => {
    const stream = openMemoryStream(NOON);
    changeZone(stream, NOON, 'Asia/Tokyo');
    expect(changeZone(stream, NOON, 'Europe/Berlin').terms.scheduled?.terms.zone).toBe('Europe/Berlin');
    expect(changeZone(stream, NOON, 'UTC').terms.scheduled).toBeNull();
  });

  it('gives no second day to one who changes back and forth at midnight', () => {
    const stream = openMemoryStream(NOON);
    const { day } = changeZone(stream, NOON, 'Pacific/Kiritimati');
    const next = changeZone(stream, day.endsAt, 'UTC').day;
    const third = changeZone(stream, next.endsAt, 'Pacific/Kiritimati').day;
    expect(next.endsAt - next.startsAt).toBe(34 * 3_600_000);
    expect(third.endsAt - third.startsAt).toBeGreaterThanOrEqual(23 * 3_600_000);
  });
});
