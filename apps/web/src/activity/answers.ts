import type { Inputs, Outputs } from '@resumint/client';

/** What a person looks for, as the address of the page carries it. */
export type ActivityQuery = Asked<NonNullable<Exclude<Inputs['usage']['activity'], void>['query']>>;
type Asked<Query> = { [Field in keyof Query]-?: Exclude<Query[Field], undefined> };
export type Ending = NonNullable<ActivityQuery['ending']>;
export type ListedEntry = Outputs['usage']['activity']['entries'][number];
export type ListedCall = Extract<ListedEntry, { kind: 'call' }>;
export type ListedAdjustment = Extract<ListedEntry, { kind: 'adjustment' }>;
export type EntryAnswer = Outputs['usage']['entry'];
export type Step = EntryAnswer['steps'][number];
export type DenialCount = Outputs['usage']['denials']['denials'][number];
