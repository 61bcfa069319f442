import { AppError, type LimitDenial } from '@resumint/errors';
import { LIMIT_NAMES } from '../terms/limit-names.ts';

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

function limitReached({ limit, resetsAt, held }: LimitDenial): string {
  const running = held > 0n ? ' Calls that are still running hold a part of it.' : '';
  return `Your ${LIMIT_NAMES[limit]} has no room for this call until ${resetsAt?.toISOString()}.${running} Nothing was spent.`;
}

function notGranted({ limit, allowed }: LimitDenial): string {
  return allowed === 0n
    ? `Your ${LIMIT_NAMES[limit]} is 0, so no AI call is allowed. Nothing was spent.`
    : `This call needs more than your whole ${LIMIT_NAMES[limit]}. Nothing was spent.`;
}
