import { usageError } from '../command-error.ts';

/** A count as people write it: `10000`, `10,000` or `10_000`. */
export function parseCount(flag: string, text: string): bigint {
  if (/^\d{1,3}([,_]\d{3}){0,4}$|^\d{1,15}$/.test(text)) return BigInt(text.replaceAll(/[,_]/g, ''));
  throw usageError(`--${flag} takes a whole number such as 5000, not "${text}".`);
}

/** Dollars to nano-dollars, exactly. */
export function parseDollars(flag: string, text: string): bigint {
  const [, dollars, fraction = ''] = /^\$?(\d{1,8})(?:\.(\d{1,9}))?$/.exec(text) ?? [];
  if (dollars !== undefined) return BigInt(dollars + fraction.padEnd(9, '0'));
  throw usageError(`--${flag} takes dollars such as 2.50, with at most nine decimals, not "${text}".`);
}
