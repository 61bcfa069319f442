import { z } from 'zod';
import { isTimeZone } from '../windows/local-date.ts';
import { DEFAULT_PLAN, PLANS, type PlanVersion } from './plans.ts';

/** More open holds than this would make the head row grow without bound. */
export const MOST_IN_FLIGHT = 32;

/** A limit as it is stored: decimal digits, since JSON numbers lose what is past 2^53. */
const Amount = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform(BigInt)
  .nullable();

const LimitChanges = z.partialRecord(
  z.enum(['tokensPerDay', 'costPerDay', 'tokensPerMonth', 'costPerMonth']),
  Amount,
);
export type LimitChanges = z.infer<typeof LimitChanges>;

/** Terms are read with every call, so what they hold is bounded. */
const MOST_CAPPED_OPERATIONS = 32;

/** Calls a day by operation; null is unlimited. */
const OperationCaps = z
  .record(z.string().min(1).max(32), Amount)
  .refine((caps) => Object.keys(caps).length <= MOST_CAPPED_OPERATIONS, 'are caps for too many operations');
export type OperationCaps = z.infer<typeof OperationCaps>;

/** Hard limits refuse; soft ones admit what goes past them, record it and warn. */
const Enforcement = z.enum(['hard', 'soft']);
export type Enforcement = z.infer<typeof Enforcement>;

const WarnAtPercent = z.object({ tokens: z.int().min(1).max(100), cost: z.int().min(1).max(100) });
export type WarnAtPercent = z.infer<typeof WarnAtPercent>;

/** More than this would be noise. */
const MOST_THRESHOLDS = 8;

/** Shares of a limit at which a person is told, ascending. */
const AlertAtPercent = z
  .array(z.int().min(1).max(100))
  .max(MOST_THRESHOLDS)
  .refine((shares) => shares.every((share, index) => share > (shares[index - 1] ?? 0)), 'are not ascending');

export const DEFAULT_ALERT_PERCENTS = [50, 80, 95, 100];

const isPlan = (version: string): version is PlanVersion => Object.hasOwn(PLANS, version);

/** What a person's calls are admitted under. Limits are kept as what was set by whom, and resolved when read. */
export const Terms = z.object({
  plan: z.string().refine(isPlan),
  zone: z.string().max(64).refine(isTimeZone, 'is no IANA time zone'),
  /** The day of the month on which the billing month begins, in the person's zone. */
  anchorDay: z.int().min(1).max(31),
  setByAdmin: LimitChanges,
  loweredByUser: LimitChanges,
  maxInFlight: z.int().min(0).max(MOST_IN_FLIGHT).nullable(),
  warnAtPercent: WarnAtPercent,
  /** Absent in what earlier versions wrote, and from here on left out where they say nothing. */
  operationsPerDay: z
    .object({ setByAdmin: OperationCaps, loweredByUser: OperationCaps })
    .default({ setByAdmin: {}, loweredByUser: {} }),
  enforcement: Enforcement.default('hard'),
  alertAtPercent: AlertAtPercent.default(DEFAULT_ALERT_PERCENTS),
});
export type Terms = z.infer<typeof Terms>;

/** Terms in force, and those that take their place at an instant that is known already. */
export const TermsRecord = z.object({
  inForce: Terms,
  scheduled: z.object({ at: z.number(), terms: Terms }).nullable(),
});
export type TermsRecord = z.infer<typeof TermsRecord>;

export function defaultTerms(zone: string): Terms {
  return {
    plan: DEFAULT_PLAN,
    zone,
    anchorDay: 1,
    setByAdmin: {},
    loweredByUser: {},
    maxInFlight: null,
    warnAtPercent: { tokens: 80, cost: 80 },
    operationsPerDay: { setByAdmin: {}, loweredByUser: {} },
    enforcement: 'hard',
    alertAtPercent: DEFAULT_ALERT_PERCENTS,
  };
}
