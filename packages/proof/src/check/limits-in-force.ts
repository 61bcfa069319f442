import { PLANS, WINDOW_LIMIT_NAMES, type WindowLimit } from '@resumint/metering';
import { z } from 'zod';

const Digits = z.string().transform(BigInt).nullable();
const Amounts = z.partialRecord(z.enum(WINDOW_LIMIT_NAMES), Digits);
const Caps = z.record(z.string(), Digits);

const TermsText = z.object({
  inForce: z.object({
    plan: z.enum(['free@1', 'basic@1', 'premium@1']),
    setByAdmin: Amounts,
    loweredByUser: Amounts,
    maxInFlight: z.number().nullable(),
    operationsPerDay: z.object({ setByAdmin: Caps, loweredByUser: Caps }).optional(),
    enforcement: z.enum(['hard', 'soft']).default('hard'),
    alertAtPercent: z.array(z.number()).default([50, 80, 95, 100]),
  }),
  scheduled: z.object({ at: z.number() }).nullable(),
});

/** What the last terms of a stream allow, resolved here anew and not by the product. */
export interface LimitsInForce {
  windows: Record<WindowLimit, bigint | null>;
  inFlight: number;
  callsPerDay: (operation: string) => bigint | null;
  isSoft: boolean;
  alertAtPercent: readonly number[];
  /** When other terms take their place; null while none are known. */
  until: number | null;
}

/** The head carries no more open calls than this, whatever a limit says. */
export const MOST_OPEN = 32;

export function limitsInForce(text: string): LimitsInForce {
  const { inForce, scheduled } = TermsText.parse(JSON.parse(text));
  const { plan, setByAdmin, loweredByUser, operationsPerDay } = inForce;
  const ofPlan = PLANS[plan];
  const window = (name: WindowLimit) =>
    least(override(setByAdmin[name], ofPlan.limits[name]), loweredByUser[name]);
  return {
    windows: {
      tokensPerDay: window('tokensPerDay'),
      costPerDay: window('costPerDay'),
      tokensPerMonth: window('tokensPerMonth'),
      costPerMonth: window('costPerMonth'),
    },
    inFlight: Math.min(inForce.maxInFlight ?? ofPlan.maxInFlight, MOST_OPEN),
    callsPerDay: (operation) =>
      least(operationsPerDay?.setByAdmin[operation] ?? null, operationsPerDay?.loweredByUser[operation]),
    isSoft: inForce.enforcement === 'soft',
    alertAtPercent: inForce.alertAtPercent,
    until: scheduled?.at ?? null,
  };
}

function override(byAdmin: bigint | null | undefined, ofPlan: bigint | null): bigint | null {
  return byAdmin === undefined ? ofPlan : byAdmin;
}

/** Null and undefined are no limit. */
function least(granted: bigint | null, own: bigint | null | undefined): bigint | null {
  if (own === null || own === undefined) return granted;
  return granted === null || own < granted ? own : granted;
}
