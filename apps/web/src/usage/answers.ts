import type { Outputs } from '@resumint/client';

export type Summary = Outputs['usage']['summary'];
export type WindowUsage = Summary['day'];
export type UsageOfLimit = WindowUsage['tokens'];
export type Quote = Outputs['ai']['quote'];
export type Denial = NonNullable<Quote['denial']>;
export type Receipt = Outputs['usage']['receipt'];
export type CallReceipt = Outputs['ai']['parseResume']['receipt'];
export type ListedReceipt = Outputs['usage']['list']['receipts'][number];
export type WindowLimit = keyof Outputs['limits']['get']['limits'];
export type Unit = Denial['unit'];
export type Audit = Outputs['usage']['audit'];
export type Fit = Outputs['usage']['fits'][number];
export type Limits = Outputs['limits']['get'];
