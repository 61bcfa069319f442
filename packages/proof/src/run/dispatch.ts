import type { Assignment, Fleet, Lost } from '../fleet/fleet.ts';
import type { Work } from '../fleet/messages.ts';
import type { Outage } from '../schedule/plan-outages.ts';
import { STARVED, type FaultClass } from '../schedule/fault-classes.ts';
import { planCall } from '../schedule/plan-call.ts';
import { planOrder } from '../schedule/plan-order.ts';
import { callsPerRound, planPasses, type PlannedPass } from '../schedule/plan-passes.ts';
import type { Person, Size } from '../schedule/plan-people.ts';
import type { PlannedCall } from '../schedule/planned-call.ts';
import { planChange } from '../schedule/planned-change.ts';
import { randomOf } from '../schedule/random.ts';
import type { ConnectionFault, DisturbingProxy } from '../stage/disturbing-proxy.ts';
import { addEnding, addHit, addUnexpected, type RunRecord } from './record.ts';

export interface DispatcherOptions {
  size: Size;
  people: readonly Person[];
  boundaryCalls: readonly PlannedCall[];
  /** When the people's streams were opened: the ends of their days count from here. */
  startsAt: number;
  operationIds: ReadonlyMap<number, string>;
  clockShiftOf: (slot: number) => number;
  proxy: DisturbingProxy;
  fleet: Fleet;
  record: RunRecord;
}

export interface Dispatcher {
  /** Hands out what there is room and time for. */
  handOut(): void;
  ended(assignment: Assignment, ending: string, unexpected: string | undefined): void;
  /** A call was given up at its deadline for want of time alone. */
  starved(index: number): void;
  /** Of a call, or of a follower. */
  backgroundFailed(index: number | null, failure: string, isExpected: boolean): void;
  died(slot: number, lost: Lost, wasKilled: boolean): void;
  beginOutage(kind: Outage['kind']): void;
  endOutage(): void;
  beginPause(slots: readonly number[]): void;
  /** What those that stand still hold has fallen due: another process is to expire it. */
  followInPause(): void;
  /** Those are about to go on that were not killed meanwhile. */
  endPause(): void;
  progress(): { sent: number; done: number };
  /** Nothing is under way: what is left are calls at ends of days that have not come. */
  awaitsBoundary(): boolean;
  isOver(): boolean;
}

interface Waiting {
  work: Work;
  /** The process that has or had it already. */
  avoid: readonly number[];
  afterCalls: number;
}

/** While these last nobody can be served in time. */
const OUTAGES = ['serverKilled', 'refused', 'paused'] as const satisfies FaultClass[];
const LATE_BY_CALLS = 40;
/** Calls that begin while the database is away: the others wait outside, or an outage would use the run up. */
const CALLS_PER_OUTAGE = 16;
const DELAY_MS = 120;
/** A caller who is told this often that the database is away gives up: a broken stream stays unreadable. */
const MOST_RETRIES = 3;

/** Decides which process gets what and when, as the schedule has it, and keeps account of what each call met. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { size, people, fleet, record, proxy, operationIds } = options;
  const order = planOrder(size);
  const boundaryCalls = [...options.boundaryCalls].sort((left, right) => dueAt(left) - dueAt(right));
  const perRound = callsPerRound(size);
  const waiting: Waiting[] = [];
  let next = order.next();
  let sent = 0;
  let done = 0;
  let outage: Outage['kind'] | null = null;
  let leftInOutage = 0;
  /** Slots of processes that stand still. */
  const stopped = new Set<number>();
  const retries = new Map<number, number>();

  function dueAt({ person, beforeBoundaryMs }: PlannedCall): number {
    return options.startsAt + (people[person]?.dayEndsAfterMs ?? 0) - (beforeBoundaryMs ?? 0);
  }

  const hit = addHit.bind(null, record);

  const send = (slot: number, call: PlannedCall, { hasOtherInput = false, isFirst = false } = {}) => {
    const { index } = call;
    if (options.clockShiftOf(slot) !== 0) hit('clockSkew', index);
    if (outage !== null) hit(outage, index);
    if (isFollowing()) hit('following', index);
    fleet.hand(slot, { kind: 'call', call, hasOtherInput, isKeyNew: isFirst && call.isKeyMade });
    if (call.crash?.by === 'another') setTimeout(() => fleet.kill(slot), call.crash.afterMs);
  };

  const sendFirst = (slot: number, call: PlannedCall) => {
    const { index, fault } = call;
    const operationId = operationIds.get(index) ?? '';
    const connectionFault = connectionFaultOf(call);
    if (connectionFault) proxy.arm(operationId, connectionFault);
    else if (fault !== null && !isCopied(fault)) hit(fault, index);
    sent += 1;
    send(slot, call, { isFirst: true });
    const again = {
      kind: 'call',
      call: { ...call, crash: null },
      hasOtherInput: fault === 'otherInput',
      isKeyNew: false,
    } as const;
    if (fault === 'duplicate' || fault === 'otherInput') {
      const other = fleet.findRoom([slot]);
      if (other === null) waiting.unshift({ work: again, avoid: [slot], afterCalls: 0 });
      else sendCopy(other, again.call, again.hasOtherInput);
    }
    if (fault === 'lateDuplicate') {
      waiting.push({ work: again, avoid: [slot], afterCalls: sent + LATE_BY_CALLS });
    }
    const change = planChange(size, people, index);
    if (change) waiting.unshift({ work: { kind: 'change', change }, avoid: [slot], afterCalls: 0 });
    if (sent % perRound === Math.floor(perRound / 2)) beginRound(Math.floor(sent / perRound));
  };

  const sendCopy = (slot: number, call: PlannedCall, hasOtherInput: boolean) => {
    if (call.fault !== null && isCopied(call.fault)) hit(call.fault, call.index);
    send(slot, call, { hasOtherInput });
  };

  const beginRound = (round: number) => {
    for (const [avoid, pass] of planPasses(size, round).entries()) {
      waiting.unshift(followBy([avoid], pass));
    }
  };

  const hasMetOutage = (index: number) => OUTAGES.some((kind) => record.hit.get(kind)?.has(index) === true);
  const isFollowing = () => fleet.inHands().some(({ work }) => work.kind === 'follow');
  const callsIn = (assignments: readonly Assignment[]) =>
    assignments.flatMap(({ work }) => (work.kind === 'call' ? [work.call] : []));
  const callsInHands = () => callsIn(fleet.inHands());

  const handOutWaiting = (): boolean => {
    const isOrderOver = next.done === true;
    const at = waiting.findIndex(
      ({ avoid, afterCalls }) => (sent >= afterCalls || isOrderOver) && fleet.findRoom(avoid) !== null,
    );
    const [found] = at === -1 ? [] : waiting.splice(at, 1);
    const slot = found ? fleet.findRoom(found.avoid) : null;
    if (!found || slot === null) return false;
    const { work } = found;
    if (work.kind === 'call') sendCopy(slot, work.call, work.hasOtherInput);
    else fleet.hand(slot, work);
    if (work.kind === 'follow') for (const { index } of callsInHands()) hit('following', index);
    return true;
  };

  const nextCall = (): PlannedCall | null => {
    const [boundary] = boundaryCalls;
    if (boundary && dueAt(boundary) <= Date.now()) {
      boundaryCalls.shift();
      return boundary;
    }
    if (next.done === true) return null;
    const { index, isReordered } = next.value;
    next = order.next();
    if (isReordered) hit('reordered', index);
    return planCall(size, index);
  };

  return {
    handOut() {
      for (;;) {
        if (outage !== null && leftInOutage <= 0) return;
        const slot = fleet.findRoom();
        if (slot === null) return;
        leftInOutage -= 1;
        if (handOutWaiting()) continue;
        const call = nextCall();
        if (!call) return;
        sendFirst(slot, call);
      }
    },
    ended({ slot, work }, ending, unexpected) {
      done += 1;
      if (unexpected !== undefined) addUnexpected(record, unexpected);
      addEnding(record, ending);
      if (work.kind === 'follow') record.passes.made += 1;
      if (work.kind !== 'call') return;
      const { call } = work;
      if (connectionFaultOf(call)) proxy.disarm(operationIds.get(call.index) ?? '');
      // Who is told that the database is away asks again, with the same key.
      const { index } = call;
      const isAway = ending === 'limits_unverifiable' || ending === 'unavailable';
      if (isAway && (connectionFaultOf(call) !== null || hasMetOutage(index))) retry(call, slot);
    },
    starved,
    backgroundFailed(index, failure, isExpected) {
      if (!isExpected) return addUnexpected(record, failure);
      record.backgroundFailures += 1;
      if (index !== null) starved(index);
    },
    died(slot, { inHands, outliving }, wasKilled) {
      done += 1;
      // What takes its place does not stand still.
      stopped.delete(slot);
      if (wasKilled) record.kills += 1;
      if (wasKilled && inHands.some(isDoomedPass)) record.killsAtFollowing += 1;
      if (!wasKilled) addUnexpected(record, `the process in slot ${slot} ended by itself, or did not end`);
      for (const index of outliving) hit('kill', index);
      for (const { work } of inHands) {
        if (work.kind === 'follow') record.passes.cutOff += 1;
        if (work.kind !== 'call') continue;
        hit('kill', work.call.index);
        addEnding(record, 'killed');
        if (randomOf(size.seed, 'again', work.call.index).happens(0.5)) retry(work.call, slot);
      }
    },
    beginOutage(kind) {
      outage = kind;
      leftInOutage = CALLS_PER_OUTAGE;
      for (const { index } of callsInHands()) hit(kind, index);
    },
    endOutage() {
      for (const { index } of callsInHands()) if (outage !== null) hit(outage, index);
      outage = null;
    },
    beginPause(slots) {
      for (const slot of slots) stopped.add(slot);
    },
    followInPause() {
      if (stopped.size > 0) waiting.unshift(followBy([...stopped], { dies: null }));
    },
    endPause() {
      const stoodStill = fleet.inHands().filter(({ slot }) => stopped.has(slot));
      for (const { index } of callsIn(stoodStill)) hit('paused', index);
      stopped.clear();
    },
    progress: () => ({ sent, done }),
    awaitsBoundary: () => isAllDone() && boundaryCalls.length > 0,
    isOver: () => isAllDone() && boundaryCalls.length === 0,
  };

  /** Nothing kept it from its work but that there was no time. */
  function starved(index: number): void {
    if (!hasMetOutage(index)) hit(STARVED, index);
  }

  function isAllDone(): boolean {
    return next.done === true && waiting.length === 0 && fleet.inHands().length === 0;
  }

  function retry(call: PlannedCall, avoid: number): void {
    const before = retries.get(call.index) ?? 0;
    if (before === MOST_RETRIES) return;
    retries.set(call.index, before + 1);
    const again = { ...call, crash: null };
    const work = { kind: 'call' as const, call: again, hasOtherInput: false, isKeyNew: false };
    waiting.push({ work, avoid: [avoid], afterCalls: sent + 1 });
  }
}

function followBy(avoid: readonly number[], pass: PlannedPass): Waiting {
  return { work: { kind: 'follow', pass }, avoid, afterCalls: 0 };
}

function isDoomedPass({ work }: Assignment): boolean {
  return work.kind === 'follow' && work.pass.dies !== null;
}

function isCopied(fault: NonNullable<PlannedCall['fault']>): boolean {
  return fault === 'duplicate' || fault === 'lateDuplicate' || fault === 'otherInput';
}

function connectionFaultOf({ fault, statement }: PlannedCall): ConnectionFault | null {
  if (fault !== 'cutBeforeSending' && fault !== 'cutBeforeAnswer' && fault !== 'delayed') return null;
  return { kind: fault, statement, delayMs: DELAY_MS };
}
