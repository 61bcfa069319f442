import type { ActivityQuery } from './answers.ts';
import { isEnding } from './ending-names.ts';

export const ACTIVITY_PATH = '/billing/activity';

export const NOTHING_ASKED: ActivityQuery = {
  operation: null,
  model: null,
  ending: null,
  from: null,
  to: null,
  search: null,
};

export interface ActivityPlace {
  query: ActivityQuery;
  /** Where the page goes on from; null on the first. */
  cursor: number | null;
}

type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What the address of the page asks for. What it says that cannot be meant is not asked for. */
export function readAddress(parameters: Parameters): ActivityPlace {
  const textOf = (name: string) => {
    const value = parameters[name];
    const text = (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
    return text === '' ? null : text;
  };
  const upTo = (length: number, text: string | null) => (text !== null && text.length > length ? null : text);
  const ending = textOf('ending');
  const cursor = textOf('cursor');
  return {
    query: {
      operation: upTo(32, textOf('operation')),
      model: upTo(48, textOf('model')),
      ending: ending !== null && isEnding(ending) ? ending : null,
      from: dayOf(textOf('from')),
      to: dayOf(textOf('to')),
      search: textOf('search')?.slice(0, 200) ?? null,
    },
    cursor: cursor !== null && /^[1-9]\d{0,14}$/.test(cursor) ? Number(cursor) : null,
  };
}

export function activityHref({ query, cursor }: ActivityPlace): string {
  const parameters = parametersOf(query);
  if (cursor !== null) parameters.set('cursor', String(cursor));
  return parameters.size === 0 ? ACTIVITY_PATH : `${ACTIVITY_PATH}?${parameters}`;
}

export function exportHref(query: ActivityQuery, format: 'csv' | 'json'): string {
  const parameters = parametersOf(query);
  parameters.set('format', format);
  return `/api/usage/export?${parameters}`;
}

export function isNothingAsked(query: ActivityQuery): boolean {
  return Object.values(query).every((value) => value === null);
}

function parametersOf(query: ActivityQuery): URLSearchParams {
  return new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}

/** A day of the calendar such as `2026-03-17`, within what can be asked for. */
function dayOf(text: string | null): string | null {
  if (text === null || !/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  if (text < '1970-01-01' || text >= '9999-01-01') return null;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null;
}
