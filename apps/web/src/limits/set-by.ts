import type { EffectiveLimit } from './answers.ts';

/** Who set a limit, as it is said beside it. */
export const SET_BY: Record<EffectiveLimit['reason'], string> = {
  plan: 'by your plan',
  admin: 'set by an admin',
  user: 'lowered by you',
};
