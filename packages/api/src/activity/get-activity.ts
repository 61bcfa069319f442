import type { Database } from '@resumint/drizzle';
import { AppError } from '@resumint/errors';
import { readSteps, type Ledger, type Step } from '@resumint/metering';
import { ActivityQuery } from './activity-query.ts';
import { listActivity, type ListedActivity } from './list-activity.ts';

/** Throws `not_found` for what is not there, or is somebody else's. */
export async function getActivity(
  ctx: { db: Database; ledger: Ledger },
  userId: string,
  operationId: string,
): Promise<{ entry: ListedActivity; steps: Step[]; zone: string }> {
  const query = ActivityQuery.parse({ search: operationId });
  const [{ entries, zone }, steps] = await Promise.all([
    listActivity(ctx, userId, { query, limit: 1, cursor: null }),
    readSteps(ctx.ledger, userId, operationId),
  ]);
  const [entry] = entries;
  if (!entry) throw new AppError('not_found', 'There is no such receipt among yours.');
  return { entry, steps, zone };
}
