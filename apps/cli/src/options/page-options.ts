import { PROGRAM, type OptionSpec } from '../command.ts';
import { usageError } from '../command-error.ts';

const DEFAULT_LIMIT = 20;

export const PAGE_OPTIONS = {
  limit: { type: 'string', value: 'N', about: `how many at most, 1 to 100; ${DEFAULT_LIMIT} when left out` },
  cursor: { type: 'string', value: 'C', about: 'go on from where the last page ended' },
} as const satisfies Record<string, OptionSpec>;

export function pageOf({
  limit = String(DEFAULT_LIMIT),
  cursor = null,
}: {
  limit?: string | undefined;
  cursor?: string | null | undefined;
}) {
  if (!/^([1-9]\d?|100)$/.test(limit)) throw usageError(`--limit takes 1 to 100, not "${limit}".`);
  return { limit: Number(limit), cursor };
}

export interface NumberedPage {
  limit: number;
  cursor: number | null;
}

/** The page of a list that is read on from an entry's number. */
export function numberedPageOf(values: Parameters<typeof pageOf>[0]): NumberedPage {
  const { limit, cursor } = pageOf(values);
  if (cursor !== null && !/^\d{1,15}$/.test(cursor)) {
    throw usageError('--cursor takes what the last page told.');
  }
  return { limit, cursor: cursor === null ? null : Number(cursor) };
}

/** The command line that shows what comes after a page. */
export function nextPageLine(command: string, { limit, cursor }: { limit: number; cursor: string | number }) {
  const size = limit === DEFAULT_LIMIT ? '' : ` --limit ${limit}`;
  return `More: ${PROGRAM} ${command}${size} --cursor ${cursor}`;
}
