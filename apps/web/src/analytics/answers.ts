import type { Inputs, Outputs } from '@resumint/client';

export type Analytics = Outputs['usage']['analytics'];
export type Counted = Analytics['total'];
export type Denied = Outputs['usage']['denied'];
export type Hours = Outputs['usage']['hours'];
export type Forecast = Outputs['usage']['forecast'];
type Asked = NonNullable<Exclude<Inputs['usage']['analytics'], void>>;
export type Period = NonNullable<Asked['period']>;
export type Step = NonNullable<Asked['step']>;
export type Grouping = NonNullable<Asked['grouping']>;
