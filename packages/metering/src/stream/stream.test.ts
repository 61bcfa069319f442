import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryHistory } from '../../testing/arbitrary-steps.ts';
import { ExpectedStream } from '../../testing/expected-stream.ts';
import { playHistory, type PlayedStep } from '../../testing/play-step.ts';
import { advance } from './advance.ts';
import type { Meter, State } from './state.ts';

describe('a stream under any history', () => {
  it('admits exactly what fits, ends each call once, and keeps every total equal to the sum of its calls', () => {
    fc.assert(
      fc.property(arbitraryHistory, (history) => {
        const expected = new ExpectedStream();
        playHistory(history, (stream, played) => {
          expectStep(expected, played);
          expectTotals(stream.head(), expected);
        });
      }),
      { numRuns: 250 },
    );
  });

  it('numbers its entries without a gap, and neither its time nor its windows run back', () => {
    fc.assert(
      fc.property(arbitraryHistory, (history) => {
        const entries = playHistory(history).entries();
        expect(entries.map(({ state }) => state.seq)).toEqual(entries.map((_, index) => index + 1));
        for (const [index, { fact, state }] of entries.entries()) {
          const before = entries[index - 1]?.state ?? state;
          expect(state.at).toBe(fact.at);
          expect(state.at).toBeGreaterThanOrEqual(before.at);
          expectForward(before.day, state.day);
          expectForward(before.month, state.month);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('stands at any time in the windows of that time, with nothing left that is due', () => {
    fc.assert(
      fc.property(arbitraryHistory, (history) => {
        playHistory(history, (stream, { clock }) => {
          const { now, state } = advance(stream.head(), clock);
          for (const { startsAt, endsAt } of [state.day, state.month]) {
            expect(startsAt).toBeLessThanOrEqual(now);
            expect(endsAt).toBeGreaterThan(now);
          }
          const due = [state.terms.scheduled?.at, ...state.open.map(({ expiresAt }) => expiresAt)];
          for (const at of due) expect(at ?? Infinity).toBeGreaterThan(now);
          expect(advance(state, clock)).toEqual({ now, entries: [], state });
        });
      }),
      { numRuns: 100 },
    );
  });

  it('has one entry for each operation and step, so that of two ends one cannot land', () => {
    fc.assert(
      fc.property(arbitraryHistory, (history) => {
        const keys = playHistory(history)
          .entries()
          .map(({ fact }) => `${fact.operationId} ${fact.step}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 100 },
    );
  });
});

/** The outcome of one step is what the calls so far lead to, and what was due is written with it. */
function expectStep(expected: ExpectedStream, { step, clock, before, outcome, added }: PlayedStep) {
  const now = Math.max(clock, before.at);
  expect(added.every(({ fact }) => fact.at === now)).toBe(true);
  const expired = added.flatMap(({ fact }) => (fact.kind === 'expire' ? [fact.operationId] : []));
  const due = added.length > 0 ? expected.due(now, expected.endedBy(step)) : [];
  expect(expired.toSorted()).toEqual(due.toSorted());
  expected.expire(due);
  expect(outcome).toBe(expected.take(step, { now, windows: advance(before, clock).state }));
}

function expectTotals(head: State, expected: ExpectedStream) {
  expect(head.open.map(({ operationId }) => operationId).toSorted()).toEqual(
    expected
      .open()
      .map(([id]) => id)
      .toSorted(),
  );
  for (const meter of [head.day, head.previousDay]) expectMeter(meter, expected, 'admittedDay');
  for (const meter of [head.month, head.previousMonth]) expectMeter(meter, expected, 'admittedMonth');
  const calls = [...expected.calls.values()];
  const operations = calls.filter(({ end }) => end === 'settle' || end === 'expire').length;
  expect(head.lifetime).toEqual({ ...expected.spentEver(), operations });
  expect(head.admittedToday).toEqual(expected.admittedIn(head.day.startsAt));
  const waitsFor = (window: 'admittedDay' | 'admittedMonth', current: Meter) =>
    expected.open().some(([, call]) => call[window] !== current.startsAt);
  expect(head.previousDay !== null).toBe(waitsFor('admittedDay', head.day));
  expect(head.previousMonth !== null).toBe(waitsFor('admittedMonth', head.month));
}

function expectMeter(meter: Meter | null, expected: ExpectedStream, window: 'admittedDay' | 'admittedMonth') {
  if (!meter) return;
  expect(meter.held).toEqual(expected.heldIn(window, meter.startsAt));
  expect(meter.spent).toEqual(expected.spentIn(window, meter.startsAt));
}

function expectForward(before: Meter, after: Meter) {
  const isSame = after.startsAt === before.startsAt;
  expect(isSame ? after.endsAt === before.endsAt : after.startsAt >= before.endsAt).toBe(true);
}
