import type { Outputs } from '@resumint/client';

export type Forecast = Outputs['usage']['forecast'];
export type MadeForecast = Extract<Forecast, { kind: 'forecast' }>;
export type WindowForecast = MadeForecast['month'];
export type LimitForecast = WindowForecast['tokens'];
export type PastErrors = MadeForecast['pastError'];
export type Suggestions = Outputs['suggestions']['list'];
export type Suggestion = Suggestions['suggestions'][number];
export type AppliedSuggestion = Suggestions['applied'][number];
