import type { FollowerStep } from '../schedule/plan-passes.ts';

/** Tells by the statements that a follower sends which step of a pass it is at. */
export function createStepReader(): (statement: string) => FollowerStep | null {
  let step: FollowerStep | null = null;
  return (statement) => {
    const begun = BEGINNINGS.find(({ pattern }) => pattern.test(statement));
    if (begun) step = begun.step;
    return step;
  };
}

/** How the first statement of each step reads. */
const BEGINNINGS: readonly { pattern: RegExp; step: FollowerStep | null }[] = [
  { pattern: /^select .* from `ledger` where `ledger`\.`at` >= /, step: 'following' },
  { pattern: /^select .* from `stream_positions` .*`next_expiry_at` <= /, step: 'expiring' },
  { pattern: /^select .* from `inquiries`/, step: 'asking' },
  { pattern: /^select .* from `tombstones`/, step: null },
];
