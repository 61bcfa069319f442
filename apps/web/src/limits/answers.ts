import type { Outputs } from '@resumint/client';

export type OwnLimits = Outputs['limits']['get'];
export type EffectiveLimit = OwnLimits['limits']['tokensPerDay'];
export type DailyRow = Outputs['usage']['daily'][number];
