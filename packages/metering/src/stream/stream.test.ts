import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryHistory, type Step } from '../../testing/arbitrary-steps.ts';
import { ExpectedStream } from '../../testing/expected-stream.ts';
import type { MemoryStream } from '../../testing/memory-stream.ts';
import { operationIdOf, playHistory, type StepOutcome } from '../../testing/play-step.ts';
import { advance } from './advance.ts';
import { NOTHING, type Meter, type State } from './state.ts';

describe('a stream under any history', () => {
  it('admits exactly what fits, ends each call once, and keeps every total equal to the sum of its calls', () => {
    fc.assert(
      fc.property(arbitraryHistory, (history) => {
        const expected = new ExpectedStream();
        let before = 1;
        playHistory(history, (stream, played) => {
          const added = stream.entries().slice(before);
          before += added.length;
          expectStep(stream, expected, { ...played, added });
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

interface Played {
  step: Step;
  clock: number;
  outcome: StepOutcome;
  added: ReturnType<MemoryStream['entries']>;
}

/** The outcome of one step is what the calls so far lead to, and the entries that it appends are those of that outcome. */
function expectStep(stream: MemoryStream, expected: ExpectedStream, { step, clock, outcome, added }: Played) {
  const id = operationIdOf(step);
  const now = added[0]?.fact.at ?? clock;
  const ending = outcome.kind === 'end' || (outcome.kind === 'abandon' && expected.calls.get(id)?.claim === claimOf(step)) ? id : null;
  if (added.length > 0) {
    const due = expected.due(now, ending);
    const expired = added.flatMap(({ fact }) => (fact.kind === 'expire' ? [fact.operationId] : []));
    expect(expired.toSorted()).toEqual(due.toSorted());
    expected.expire(due);
  }
  switch (step.kind) {
    case 'hold':
      if (outcome.kind === 'hold') expectHold(expected, step, { now, outcome: outcome.outcome });
      break;
    case 'settle':
      if (outcome.kind === 'end') {
        const { tokens, costNanos, isEstimated } = step;
        const isNews = expected.learn(id, { end: 'settle', amount: { tokens, costNanos }, isEstimated });
        expect(outcome.outcome.kind).toBe(isNews ? 'ended' : 'alreadyEnded');
      }
      break;
    case 'release':
      if (outcome.kind === 'end') {
        const isNews = expected.learn(id, { end: 'release', amount: NOTHING, isEstimated: false });
        expect(outcome.outcome.kind).toBe(isNews ? 'ended' : 'alreadyEnded');
      }
      break;
    case 'abandon':
      if (ending) expected.learn(id, { end: 'release', amount: NOTHING, isEstimated: false });
      else expect(added.at(-1)?.fact.kind).toBe(step.mayBeUnderWay ? 'void' : undefined);
      break;
    case 'limits':
      expected.setLimits(step.changes, step.maxInFlight);
      break;
    case 'zone': {
      const { inForce, scheduled } = stream.head().terms;
      expect(scheduled?.terms.zone ?? inForce.zone).toBe(step.zone);
      break;
    }
  }
}

function expectHold(
  expected: ExpectedStream,
  step: Extract<Step, { kind: 'hold' }>,
  { now, outcome }: { now: number; outcome: Extract<StepOutcome, { kind: 'hold' }>['outcome'] },
) {
  const earlier = expected.calls.get(operationIdOf(step));
  if (earlier) {
    const isSame = earlier.payloadHash === step.payloadHash;
    expect(outcome.kind).toBe(earlier.claim === step.claim ? 'admitted' : isSame ? 'replayed' : 'keyReused');
    return;
  }
  if (outcome.kind === 'denied') {
    expect(expected.fits(step, outcome.state)).toBe(false);
    return;
  }
  expect(outcome.kind).toBe('admitted');
  if (outcome.kind !== 'admitted') return;
  expect(expected.fits(step, outcome.entry.state)).toBe(true);
  expected.admit(step, outcome.entry.state, now);
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
  if (after.startsAt === before.startsAt) expect(after.endsAt).toBe(before.endsAt);
  else expect(after.startsAt).toBeGreaterThanOrEqual(before.endsAt);
}

function claimOf(step: Step): string | null {
  return step.kind === 'abandon' ? step.claim : null;
}
