import { AppError } from '@resumint/errors';
import { z } from 'zod';

const MOST_ANNOTATIONS = 10_000;
const MOST_PATH_LENGTH = 200;

const Annotation = z.tuple([z.enum(['Date', 'bigint', 'undefined'])]);
type Annotation = z.infer<typeof Annotation>;

/** What superjson writes of plain data with dates, bigints and undefined in it. `v` tells how paths are escaped. */
const Envelope = z.object({
  json: z.unknown(),
  meta: z
    .object({
      values: z
        .custom<object>(isFewAnnotations)
        .pipe(z.union([Annotation, z.record(z.string().max(MOST_PATH_LENGTH), Annotation)]))
        .optional(),
    })
    .optional(),
});

/**
 * Reads superjson as a client sends it, with far less than superjson can: no class, set, map or expression. What is
 * the same object in two places stays two copies, both of which superjson has written in full: a small body cannot say
 * that one list stands in many places and become a large one. Throws `bad_input` on anything else.
 */
export function decodeInput(body: unknown): unknown {
  const envelope = Envelope.safeParse(body);
  if (!envelope.success) throw unreadable('it is not JSON with plain values, dates and whole numbers');
  const { json, meta } = envelope.data;
  const root = { json };
  const { values = {} } = meta ?? {};
  const annotations = Array.isArray(values) ? { '': values } : values;
  for (const [path, annotation] of Object.entries(annotations)) {
    revive(root, path === '' ? ['json'] : ['json', ...keysOf(path)], annotation);
  }
  return root.json;
}

function revive(root: object, keys: string[], [kind]: Annotation): void {
  const last = keys.at(-1) ?? '';
  let parent: unknown = root;
  for (const key of keys.slice(0, -1)) parent = isHolding(parent, key) ? parent[key] : null;
  if (!isHolding(parent, last)) throw unreadable('it describes a value that it does not have');
  parent[last] = revived(parent[last], kind);
}

function revived(value: unknown, kind: Annotation[0]): unknown {
  if (kind === 'undefined') return undefined;
  if (kind === 'Date' && typeof value === 'string') return new Date(value);
  if (kind === 'bigint' && typeof value === 'string' && /^-?\d{1,40}$/.test(value)) return BigInt(value);
  throw unreadable(`a value in it is no ${kind === 'Date' ? 'date' : 'whole number'}`);
}

/** Counted before each is looked at: what is wrong with each is told at length. */
function isFewAnnotations(values: unknown): boolean {
  return typeof values === 'object' && values !== null && Object.keys(values).length <= MOST_ANNOTATIONS;
}

/** The keys of a path as superjson joins them: with dots, a dot in a key behind a backslash. */
function keysOf(path: string): string[] {
  return path.split(/(?<!\\)\./).map((key) => key.replaceAll('\\.', '.'));
}

function isHolding(value: unknown, key: string): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}

function unreadable(why: string): AppError {
  return new AppError('bad_input', `The request could not be read: ${why}.`);
}
