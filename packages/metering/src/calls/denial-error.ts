import { AppError, type LimitDenial, type LimitName } from '@resumint/errors';

/** The error for a denial: 429 where time frees the limit, 402 where it does not. */
export function denialError(denial: LimitDenial): AppError {
  const details = { denial };
  if (denial.resetsAt === null) return new AppError('not_granted', notGranted(denial), { details });
  if (denial.limit === 'inFlight') {
    return new AppError('too_many_in_flight', 'Too many of your AI calls are running. Wait for one to end.', {
      details,
    });
  }
  return new AppError('limit_reached', limitReached(denial), { details });
}

const NAMES: Record<LimitName, string> = {
  tokensPerDay: 'daily token limit',
  costPerDay: 'daily cost limit',
  tokensPerMonth: 'monthly token limit',
  costPerMonth: 'monthly cost limit',
  inFlight: 'limit of calls at once',
  operationsPerDay: 'daily limit for this operation',
};

function limitReached({ limit, resetsAt, held }: LimitDenial): string {
  const running = held > 0n ? ' Calls that are still running hold a part of it.' : '';
  return `Your ${NAMES[limit]} has no room for this call until ${resetsAt?.toISOString()}.${running} Nothing was spent.`;
}

function notGranted({ limit, allowed }: LimitDenial): string {
  return allowed === 0n
    ? `Your ${NAMES[limit]} is 0, so no AI call is allowed. Nothing was spent.`
    : `This call needs more than your whole ${NAMES[limit]}. Nothing was spent.`;
}
