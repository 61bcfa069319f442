import type { FaultInput } from '@resumint/local-stack';

/** What a provider does wrong in each class of its faults. */
export const PROVIDER_FAULTS = {
  rateLimited: { kind: 'rateLimited' },
  serverError: { kind: 'serverError' },
  hang: { kind: 'hang' },
  hangAfterFirstEvents: { kind: 'hangAfterFirstEvents' },
  cutMidStream: { kind: 'cutMidStream' },
  endEarly: { kind: 'endEarly' },
  malformedEvent: { kind: 'malformedEvent' },
  errorEvent: { kind: 'errorEvent' },
  failedEvent: { kind: 'failedEvent' },
  failedEventWithUsage: { kind: 'failedEvent', afterDeltas: 2, withUsage: true },
  truncatedJson: { kind: 'truncatedJson' },
  refusal: { kind: 'refusal' },
  missingUsage: { kind: 'missingUsage' },
  overrun: { kind: 'overrun', outputTokens: 40, inputTokens: 20 },
  slow: { kind: 'slow', delayMs: 60 },
} as const satisfies Record<string, FaultInput>;

export type ProviderFault = keyof typeof PROVIDER_FAULTS;

/** Faults that the schedule gives to one call. */
export const CALL_FAULTS = [
  'rateLimited',
  'serverError',
  'hang',
  'hangAfterFirstEvents',
  'cutMidStream',
  'endEarly',
  'malformedEvent',
  'errorEvent',
  'failedEvent',
  'failedEventWithUsage',
  'truncatedJson',
  'refusal',
  'missingUsage',
  'overrun',
  'slow',
  'cutBeforeSending',
  'cutBeforeAnswer',
  'delayed',
  'duplicate',
  'lateDuplicate',
  'otherInput',
  'goneBeforeStart',
  'goneMidStream',
  'goneAtEnd',
] as const;
export type CallFault = (typeof CALL_FAULTS)[number];

/** What happens to whatever calls are under way, or lies in the order of things. */
export const HAPPENINGS = [
  'kill',
  'serverKilled',
  'refused',
  'clockSkew',
  'reordered',
  'windowBoundary',
  'limitChange',
  'following',
  'paused',
] as const;

/** What nobody planned: the machine was too slow for a call. A run need not have it. */
export const STARVED = 'starved';

export type Happening = (typeof HAPPENINGS)[number];

export type FaultClass = CallFault | Happening | typeof STARVED;
export const FAULT_CLASSES: readonly FaultClass[] = [...CALL_FAULTS, ...HAPPENINGS, STARVED];

/** After these nobody can know what a provider used, so that a charge by estimate is right. */
export const UNKNOWABLE: ReadonlySet<FaultClass> = new Set<FaultClass>([
  'hang',
  'hangAfterFirstEvents',
  'cutMidStream',
  'endEarly',
  'malformedEvent',
  'errorEvent',
  'failedEvent',
  'failedEventWithUsage',
  'missingUsage',
  'cutBeforeSending',
  'cutBeforeAnswer',
  'goneMidStream',
  'goneAtEnd',
  'kill',
  'serverKilled',
  'refused',
  'paused',
  STARVED,
]);

export function isProviderFault(fault: FaultClass): fault is ProviderFault {
  return Object.hasOwn(PROVIDER_FAULTS, fault);
}
