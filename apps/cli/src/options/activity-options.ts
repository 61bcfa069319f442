import type { Inputs } from '@resumint/client';
import type { OptionSpec } from '../command.ts';
import { usageError } from '../command-error.ts';

type Query = NonNullable<Exclude<Inputs['usage']['activity'], void>['query']>;
type Ending = NonNullable<Query['ending']>;

const ENDINGS = {
  completed: true,
  stopped: true,
  lost: true,
  unusable: true,
  released: true,
  expired: true,
  running: true,
  adjusted: true,
} as const satisfies Record<Ending, true>;

export const ACTIVITY_OPTIONS = {
  operation: { type: 'string', value: 'NAME', about: 'of this operation, such as resume.parse' },
  model: { type: 'string', value: 'NAME', about: 'with this model' },
  outcome: { type: 'string', value: 'NAME', about: `one of ${Object.keys(ENDINGS).join(', ')}` },
  from: { type: 'string', value: 'DAY', about: 'the first day, such as 2026-03-17, in your zone' },
  to: { type: 'string', value: 'DAY', about: 'the last day' },
  search: { type: 'string', value: 'TEXT', about: 'a part of the title of what it was for, or the id' },
} as const satisfies Record<string, OptionSpec>;

type Values = { [Name in keyof typeof ACTIVITY_OPTIONS]?: string | undefined };

/** What the server is asked for. Days and lengths are checked there. */
export function activityQueryOf({ outcome, ...rest }: Values): Query {
  if (outcome !== undefined && !isEnding(outcome)) {
    throw usageError(`--outcome takes one of ${Object.keys(ENDINGS).join(', ')}, not "${outcome}".`);
  }
  const named = Object.entries({ ...rest, ending: outcome }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named);
}

/** The options as they were given, to go on with. */
export function activityArguments(values: Values): string {
  return Object.keys(ACTIVITY_OPTIONS)
    .filter(isOption)
    .flatMap((name) => (values[name] === undefined ? [] : [` --${name} ${quoted(values[name])}`]))
    .join('');
}

function isOption(name: string): name is keyof typeof ACTIVITY_OPTIONS {
  return Object.hasOwn(ACTIVITY_OPTIONS, name);
}

function isEnding(text: string): text is Ending {
  return Object.hasOwn(ENDINGS, text);
}

/** As a shell takes it for one word. */
function quoted(text: string): string {
  return /^[\w.:-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
