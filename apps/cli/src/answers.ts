import type { Inputs, Outputs } from '@resumint/client';

export type CallReceipt = Outputs['ai']['parseResume']['receipt'];
export type Receipt = Outputs['usage']['receipt'];
export type WindowUsage = CallReceipt['windowsAfter']['day'];
export type UsageOfLimit = WindowUsage['tokens'];
export type Summary = Outputs['usage']['summary'];
export type Limits = Outputs['limits']['get'];
export type WindowLimit = keyof Limits['limits'];
export type Prices = Outputs['prices']['list'];
export type Quote = Outputs['ai']['quote'];
export type Denial = NonNullable<Quote['denial']>;
export type Resume = Outputs['documents']['parse']['resume'];
export type ModelName = NonNullable<Inputs['ai']['parseResume']['model']>;
