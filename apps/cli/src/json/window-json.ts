import type { WindowUsage } from '../answers.ts';

/** A window with its two limits. `limit`, `remaining` and `percentUsed` are null where unlimited. */
export function windowJson({ startsAt, resetsAt, tokens, cost }: WindowUsage) {
  return {
    startsAt,
    resetsAt,
    tokens: {
      limit: tokens.limit,
      used: tokens.used,
      held: tokens.held,
      remaining: tokens.remaining,
      percentUsed: tokens.percentUsed,
    },
    cost: {
      limitNanos: cost.limit,
      usedNanos: cost.used,
      heldNanos: cost.held,
      remainingNanos: cost.remaining,
      percentUsed: cost.percentUsed,
    },
  };
}
