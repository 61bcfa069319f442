import { CALL_FAULTS } from './fault-classes.ts';
import { isShort, personOf, type Person, type Size } from './plan-people.ts';
import { CrashPoint, type PlannedCall } from './planned-call.ts';
import { randomOf } from './random.ts';

const CALLS_PER_FAULT = 6;
const CALLS_PER_FAULT_IF_SHORT = 2;
/** These take seconds each, so a long run has fewer of them. */
const LENGTHY: readonly string[] = ['hang', 'hangAfterFirstEvents'];
const LENGTHY_SHARE = 0.25;
const STATEMENTS = 6;
const MOST_SENTENCES = 4;
const LEAST_OUTPUT_TOKENS = 48;
const MOST_OUTPUT_TOKENS = 96;
const LONGEST_FUSE_MS = 60;
const MADE_KEY_SHARE = 0.5;
const BEFORE_BOUNDARY_MS = [2_500, 1_200];

/** The call of an index. */
export function planCall(size: Size, index: number): PlannedCall {
  const random = randomOf(size.seed, 'call', index);
  const person = personOf(size.seed, size.people, { purpose: 'call', index });
  return {
    index,
    person,
    userId: `usr_proof${String(person).padStart(5, '0')}`,
    fault: faultOf(size, index),
    sentences: random.between(1, MOST_SENTENCES),
    maxOutputTokens: random.between(LEAST_OUTPUT_TOKENS, MOST_OUTPUT_TOKENS),
    statement: random.between(1, STATEMENTS),
    crash: crashOf(size, index),
    isKeyMade: random.happens(MADE_KEY_SHARE),
    beforeBoundaryMs: null,
  };
}

/** Two calls about the end of the day of each person whose day ends: numbered after the others. */
export function planBoundaryCalls(size: Size, people: readonly Person[]): PlannedCall[] {
  return people
    .filter(({ dayEndsAfterMs }) => dayEndsAfterMs !== null)
    .flatMap((person) => BEFORE_BOUNDARY_MS.map((beforeBoundaryMs) => ({ person, beforeBoundaryMs })))
    .map(({ person, beforeBoundaryMs }, at) => ({
      ...planCall(size, size.operations + at),
      person: person.index,
      userId: person.userId,
      fault: null,
      crash: null,
      sentences: MOST_SENTENCES,
      beforeBoundaryMs,
    }));
}

function faultOf(size: Size, index: number): PlannedCall['fault'] {
  const every = isShort(size) ? CALLS_PER_FAULT_IF_SHORT : CALLS_PER_FAULT;
  if (index % every !== 0) return null;
  const fault = CALL_FAULTS[(index / every) % CALL_FAULTS.length] ?? null;
  const isLeftOut = fault !== null && LENGTHY.includes(fault) && !isShort(size);
  return isLeftOut && !randomOf(size.seed, 'lengthy', index).happens(LENGTHY_SHARE) ? null : fault;
}

/** How many processes are to be killed: more than have to be, since some are killed while they start. */
function plannedKills(operations: number): number {
  return Math.min(Math.ceil(operations / 60), Math.max(70, Math.ceil(operations / 1_000)));
}

function crashOf({ seed, operations }: Size, index: number): PlannedCall['crash'] {
  const every = Math.floor(operations / plannedKills(operations));
  if (index % every !== Math.floor(every / 2)) return null;
  const random = randomOf(seed, 'crash', index);
  const kill = Math.floor(index / every);
  if (kill % 4 === 3) return { by: 'another', afterMs: random.between(0, LONGEST_FUSE_MS) };
  const points = CrashPoint.options;
  return { by: 'itself', point: points[kill % points.length] ?? 'statement', nth: random.between(1, 6) };
}
