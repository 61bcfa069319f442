import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryHistory } from '../../testing/arbitrary-steps.ts';
import { playHistory } from '../../testing/play-step.ts';
import { adjustedWindows } from '../stream/evolve.ts';
import { add, NOTHING, type Amount } from '../stream/state.ts';
import { receiptOf } from './receipt.ts';

type Windows = ReturnType<typeof adjustedWindows>;

it('receipts and adjustments add up to the head to the last nano-dollar, in all, in its day and in its month', () => {
  fc.assert(
    fc.property(arbitraryHistory, (history) => {
      const stream = playHistory(history);
      const head = stream.head();
      const facts = stream.entries().map(({ fact }) => fact);
      const chargedWhere = (isIn: (windows: Windows) => boolean) =>
        facts
          .filter((fact) => fact.kind === 'hold')
          .filter(isIn)
          .map((hold) => facts.filter(({ operationId }) => operationId === hold.operationId))
          // At a time before any hold is due: what is not written yet is in no head either.
          .map((ofCall) => receiptOf(ofCall, 0)?.charged ?? NOTHING)
          .reduce(add, NOTHING);
      const adjustedWhere = (isIn: (windows: Windows) => boolean) =>
        facts
          .filter((fact) => fact.kind === 'adjust')
          .filter((fact) => isIn(adjustedWindows(fact)))
          .reduce<Amount>(add, NOTHING);
      const countedWhere = (isIn: (windows: Windows) => boolean) =>
        add(chargedWhere(isIn), adjustedWhere(isIn));
      const { tokens, costNanos } = head.lifetime;
      expect(countedWhere(() => true)).toEqual({ tokens, costNanos });
      expect(countedWhere(({ admittedDay }) => admittedDay === head.day.startsAt)).toEqual(head.day.spent);
      expect(countedWhere(({ admittedMonth }) => admittedMonth === head.month.startsAt)).toEqual(
        head.month.spent,
      );
    }),
    { numRuns: 150 },
  );
});
