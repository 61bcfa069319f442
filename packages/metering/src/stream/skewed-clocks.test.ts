import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryInstant, arbitraryZone, HOUR_MS, DAY_MS } from '../../testing/arbitrary-times.ts';
import { holdCommand, settleCommand } from '../../testing/commands.ts';
import { openMemoryStream } from '../../testing/memory-stream.ts';
import { advance } from './advance.ts';
import { decideSettle } from './decide-end.ts';
import { decideHold } from './decide-hold.ts';
import { decideZone } from './decide-terms.ts';

const DAILY_TOKENS = 10_000;

const arbitraryMoments = fc.array(
  fc.record({
    elapsedMs: fc.integer({ min: 0, max: 3 * HOUR_MS }),
    isFast: fc.boolean(),
    zone: fc.option(arbitraryZone, { freq: 3 }),
  }),
  { minLength: 20, maxLength: 60 },
);

describe('processes whose clocks are an hour apart', () => {
  it('never spend more than the days that can have begun allow, whatever zones are asked for meanwhile', () => {
    fc.assert(
      fc.property(arbitraryInstant, arbitraryZone, arbitraryMoments, (openedAt, zone, moments) => {
        const stream = openMemoryStream(openedAt, { zone });
        let now = openedAt;
        for (const [index, moment] of moments.entries()) {
          now += moment.elapsedMs;
          const clock = now + (moment.isFast ? HOUR_MS : 0);
          const before = stream.head();
          if (moment.zone !== null) {
            const command = { operationId: `terms_${index}`, actor: 'usr_1', zone: moment.zone };
            stream.append(decideZone(stream.view(command.operationId, clock), command));
          }
          const operationId = `op_${index}`;
          const { state } = advance(stream.head(), clock);
          const tokens = DAILY_TOKENS - state.day.spent.tokens;
          const { kind } = stream.append(
            decideHold(stream.view(operationId, clock), holdCommand({ operationId, tokens })),
          );
          if (kind !== 'admitted') continue;
          const used = settleCommand({ operationId, tokens, costNanos: 1n });
          stream.append(decideSettle(stream.view(operationId, clock), used));
          expect(stream.head().at).toBeGreaterThanOrEqual(before.at);
          expect(stream.head().day.startsAt).toBeGreaterThanOrEqual(before.day.startsAt);
        }
        // The day that runs at first, and those that can have begun since, by the faster clock.
        const days = 1 + Math.ceil((now + HOUR_MS - openedAt) / (23 * HOUR_MS));
        expect(stream.head().lifetime.tokens).toBeLessThanOrEqual(days * DAILY_TOKENS);
        expect(stream.head().day.endsAt - stream.head().day.startsAt).toBeLessThanOrEqual(50 * HOUR_MS);
      }),
      { numRuns: 60 },
    );
  });

  it('keep to the day that the faster one has opened', () => {
    const midnight = Date.UTC(2026, 5, 11);
    const stream = openMemoryStream(midnight - DAY_MS);
    const fast = holdCommand({ operationId: 'op_fast' });
    stream.append(decideHold(stream.view('op_fast', midnight), fast));
    const slow = holdCommand({ operationId: 'op_slow' });
    stream.append(decideHold(stream.view('op_slow', midnight - HOUR_MS), slow));
    expect(stream.head().day).toMatchObject({ startsAt: midnight, held: { tokens: 2_000 } });
  });
});
