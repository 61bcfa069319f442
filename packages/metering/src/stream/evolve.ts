import { WINDOW_LIMIT_NAMES, WINDOW_LIMITS, type WindowLimit } from '../terms/limits.ts';
import { effectiveLimits } from '../terms/effective-limits.ts';
import type { Span } from '../windows/span.ts';
import type { AdjustFact, EndFact, Fact, HoldFact, OpenFact } from './fact.ts';
import {
  add,
  emptyMeter,
  NO_ALERTS,
  NOTHING,
  subtract,
  type Amount,
  type Meter,
  type OpenHold,
  type State,
} from './state.ts';

/** The state after a fact, given the one before it. Every total in a stream is made here and nowhere else. */
export function evolve(before: State, fact: Exclude<Fact, OpenFact>): State {
  const state = enterWindows({ ...before, seq: before.seq + 1, at: fact.at, crossed: [] }, fact);
  switch (fact.kind) {
    case 'hold':
      return hold(state, fact);
    case 'settle':
    case 'expire':
      return spend(close(state, fact), fact, 1);
    case 'release':
      return forget(close(state, fact), fact);
    case 'correct':
      return spend(state, fact, 0);
    case 'adjust':
      return spend(state, { ...fact, ...adjustedWindows(fact) }, 0);
    case 'terms':
      return { ...state, terms: fact.terms, termsSeq: state.seq };
    case 'void':
      return state;
  }
}

/** The state after the first entry of a stream. */
export function begin(fact: OpenFact): State {
  return {
    seq: 1,
    at: fact.at,
    day: emptyMeter(fact.day),
    month: emptyMeter(fact.month),
    previousDay: null,
    previousMonth: null,
    admittedToday: {},
    alertedPercent: NO_ALERTS,
    crossed: [],
    lifetime: { ...NOTHING, operations: 0 },
    open: [],
    terms: fact.terms,
    termsSeq: 1,
  };
}

/** The state in the windows that run at a later time: ended ones count as zero, and wait for their open holds. */
export function enterWindows(state: State, { day, month }: { day: Span; month: Span }): State {
  const newDay = day.startsAt !== state.day.startsAt;
  const newMonth = month.startsAt !== state.month.startsAt;
  if (!newDay && !newMonth) return state;
  return dropIdleWindows({
    ...state,
    ...(newDay && { day: emptyMeter(day), previousDay: state.day, admittedToday: {} }),
    ...(newMonth && { month: emptyMeter(month), previousMonth: state.month }),
    alertedPercent: {
      ...state.alertedPercent,
      ...(newDay && { tokensPerDay: 0, costPerDay: 0 }),
      ...(newMonth && { tokensPerMonth: 0, costPerMonth: 0 }),
    },
  });
}

function hold(state: State, fact: HoldFact): State {
  const { operationId, operation, model, priceVersion, admittedDay, admittedMonth, expiresAt } = fact;
  const { tokens, costNanos } = fact;
  const opened: OpenHold = {
    operationId,
    operation,
    model,
    priceVersion,
    admittedDay,
    admittedMonth,
    expiresAt,
    tokens,
    costNanos,
  };
  return {
    ...changeMeters(state, fact, (meter) => ({ ...meter, held: add(meter.held, opened) })),
    open: [...state.open, opened],
    admittedToday: { ...state.admittedToday, [operation]: (state.admittedToday[operation] ?? 0) + 1 },
  };
}

function close(state: State, fact: EndFact): State {
  const closed = state.open.find(({ operationId }) => operationId === fact.operationId);
  if (!closed) throw new Error(`operation ${fact.operationId} ends, but holds nothing`);
  const open = state.open.filter((hold) => hold !== closed);
  const freed = changeMeters(state, fact, (meter) => ({ ...meter, held: subtract(meter.held, closed) }));
  return { ...freed, open };
}

function spend(state: State, fact: Admission & Amount, operations: 0 | 1): State {
  const spent = changeMeters(state, fact, (meter) => ({ ...meter, spent: add(meter.spent, fact) }));
  const total = add(state.lifetime, fact);
  return dropIdleWindows({
    ...spent,
    lifetime: { ...total, operations: state.lifetime.operations + operations },
    ...alert(spent),
  });
}

/** A released call was never made: it does not count among the day's calls. */
function forget(state: State, fact: EndFact): State {
  const count = state.admittedToday[fact.operation];
  if (fact.admittedDay !== state.day.startsAt || count === undefined) return dropIdleWindows(state);
  const { [fact.operation]: _, ...others } = state.admittedToday;
  const admittedToday = count > 1 ? { ...others, [fact.operation]: count - 1 } : others;
  return dropIdleWindows({ ...state, admittedToday });
}

/** The windows that amounts count in, by their start. An adjustment may count in neither. */
interface Admission {
  admittedDay: number | null;
  admittedMonth: number | null;
}

/** Where an adjustment counts: in the windows that run when it is made, as far as its scope goes. */
export function adjustedWindows({ scope, day, month }: AdjustFact): Admission {
  return {
    admittedDay: scope === 'day' ? day.startsAt : null,
    admittedMonth: scope === 'lifetime' ? null : month.startsAt,
  };
}

/** Changes the windows that amounts count in, where they are still kept. */
function changeMeters(state: State, admitted: Admission, change: (meter: Meter) => Meter): State {
  const inWindow = (meter: Meter, startsAt: number | null) =>
    meter.startsAt === startsAt ? change(meter) : meter;
  const { day, month, previousDay, previousMonth } = state;
  return {
    ...state,
    day: inWindow(day, admitted.admittedDay),
    month: inWindow(month, admitted.admittedMonth),
    previousDay: previousDay && inWindow(previousDay, admitted.admittedDay),
    previousMonth: previousMonth && inWindow(previousMonth, admitted.admittedMonth),
  };
}

function dropIdleWindows(state: State): State {
  const { open, previousDay, previousMonth } = state;
  return {
    ...state,
    previousDay: open.some((hold) => hold.admittedDay === previousDay?.startsAt) ? previousDay : null,
    previousMonth: open.some((hold) => hold.admittedMonth === previousMonth?.startsAt) ? previousMonth : null,
  };
}

/** Each limit's highest threshold that spending is at or past, where it was not told of in this window. */
function alert(state: State): Pick<State, 'alertedPercent' | 'crossed'> {
  const { inForce } = state.terms;
  const limits = effectiveLimits(inForce);
  const crossed = WINDOW_LIMIT_NAMES.flatMap((limit) => {
    const { value } = limits[limit];
    if (value === null || value === 0n) return [];
    const { spent } = amountOf(state, limit);
    const percent = inForce.alertAtPercent.findLast((threshold) => spent * 100n >= value * BigInt(threshold));
    return percent !== undefined && percent > state.alertedPercent[limit] ? [{ limit, percent }] : [];
  });
  const raised = Object.fromEntries(crossed.map(({ limit, percent }) => [limit, percent]));
  return { crossed, alertedPercent: { ...state.alertedPercent, ...raised } };
}

/** What counts against a limit, in the limit's own unit. */
export function amountOf(state: State, name: WindowLimit): { spent: bigint; held: bigint; window: Meter } {
  const { window, unit } = WINDOW_LIMITS[name];
  const meter = state[window];
  const inUnit = ({ tokens, costNanos }: Amount) => (unit === 'tokens' ? BigInt(tokens) : costNanos);
  return { spent: inUnit(meter.spent), held: inUnit(meter.held), window: meter };
}
