import type { UsageOfLimit } from './answers.ts';

export type Standing = 'normal' | 'near' | 'over';

/** How a limit stands: over when nothing is left of it, near from the warning threshold on. */
export function standingOf({
  limit,
  used,
  isNear,
}: Pick<UsageOfLimit, 'limit' | 'used' | 'isNear'>): Standing {
  if (limit === null) return 'normal';
  if (used >= limit) return 'over';
  return isNear ? 'near' : 'normal';
}
