import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryHistory } from '../../testing/arbitrary-steps.ts';
import { playHistory } from '../../testing/play-step.ts';
import type { HoldFact } from '../stream/fact.ts';
import { add, NOTHING } from '../stream/state.ts';
import { receiptOf } from './receipt.ts';

it('receipts add up to the head to the last nano-dollar, in all, in its day and in its month', () => {
  fc.assert(
    fc.property(arbitraryHistory, (history) => {
      const stream = playHistory(history);
      const head = stream.head();
      const facts = stream.entries().map(({ fact }) => fact);
      const chargedWhere = (isIn: (hold: HoldFact) => boolean) =>
        facts
          .filter((fact) => fact.kind === 'hold')
          .filter(isIn)
          .map((hold) => facts.filter(({ operationId }) => operationId === hold.operationId))
          // At a time before any hold is due: what is not written yet is in no head either.
          .map((ofCall) => receiptOf(ofCall, 0)?.charged ?? NOTHING)
          .reduce(add, NOTHING);
      const { tokens, costNanos } = head.lifetime;
      expect(chargedWhere(() => true)).toEqual({ tokens, costNanos });
      expect(chargedWhere(({ admittedDay }) => admittedDay === head.day.startsAt)).toEqual(head.day.spent);
      expect(chargedWhere(({ admittedMonth }) => admittedMonth === head.month.startsAt)).toEqual(
        head.month.spent,
      );
    }),
    { numRuns: 150 },
  );
});
