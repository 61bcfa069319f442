import { WINDOW_LIMIT_NAMES } from '@resumint/metering';
import type { Complain, StreamSoFar } from './check-stream.ts';
import { MOST_OPEN } from './limits-in-force.ts';
import { amountOf } from './operation-entries.ts';
import type { Row } from './read-stream-rows.ts';
import { inUnitOf, isOfDay } from './sums.ts';

/** Holds an admission against the limits in force then: a hard limit is never passed, a soft one not unsaid. */
export function checkAdmission(so: StreamSoFar, hold: Row, complain: Complain): void {
  if (!so.limits) return complain('brokenStreams', hold, 'is held for before there are terms');
  const { isSoft, until } = so.limits;
  if (until !== null && until <= hold.at.getTime()) {
    complain('overspend', hold, 'is admitted under terms whose time was up');
  }
  const passed = limitsPassed(so, hold);
  const { outcome } = hold;
  if (!isSoft && passed.length > 0) {
    complain('overspend', hold, `goes past ${passed.join(', ')}`);
  }
  if (isSoft && so.open.size >= MOST_OPEN) complain('overspend', hold, 'is one open call too many');
  if (isSoft && passed.length > 0 && (outcome === null || !passed.includes(outcome))) {
    complain('overspend', hold, `goes past ${passed.join(', ')}, and says ${outcome ?? 'nothing of it'}`);
  }
  if (outcome !== null && passed.length === 0) {
    complain('brokenStreams', hold, `says that it goes past ${outcome}, and does not`);
  }
}

function limitsPassed({ sums, open, limits, admitted }: StreamSoFar, hold: Row): string[] {
  const { admittedDay, admittedMonth, operation } = hold;
  if (!limits || !admittedDay || !admittedMonth || operation === null) return [];
  const [day, month] = [sums.day(admittedDay), sums.month(admittedMonth)];
  const passed: string[] = WINDOW_LIMIT_NAMES.filter((limit) => {
    const allowed = limits.windows[limit];
    const { spent, held } = isOfDay(limit) ? day : month;
    const after = [spent, held, amountOf(hold)].reduce((sum, part) => sum + inUnitOf(limit, part), 0n);
    return allowed !== null && after > allowed;
  });
  if (open.size >= limits.inFlight) passed.push('inFlight');
  const callsAllowed = limits.callsPerDay(operation);
  const calls = admitted.get(`${admittedDay.getTime()} ${operation}`) ?? 0;
  if (callsAllowed !== null && BigInt(calls) >= callsAllowed) passed.push('operationsPerDay');
  return passed;
}
