import type { OptionSpec } from '../command.ts';
import { usageError } from '../command-error.ts';

export const PAGE_OPTIONS = {
  limit: { type: 'string', value: 'N', about: 'how many at most, 1 to 100; 20 when left out' },
  cursor: { type: 'string', value: 'C', about: 'go on from where the last page ended' },
} as const satisfies Record<string, OptionSpec>;

export function pageOf({
  limit = '20',
  cursor = null,
}: {
  limit?: string | undefined;
  cursor?: string | null | undefined;
}) {
  if (!/^([1-9]\d?|100)$/.test(limit)) throw usageError(`--limit takes 1 to 100, not "${limit}".`);
  return { limit: Number(limit), cursor };
}
