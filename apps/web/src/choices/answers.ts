import type { Outputs } from '@resumint/client';

export type Choice = Outputs['choices']['list'][number];
export type Tier = Choice['chosen'];
export type TierPrice = Choice['tiers'][number];
