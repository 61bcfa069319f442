const DOLLARS = /^\$?\s*(\d{1,8})(?:[.,](\d{1,9}))?$/;

/** What somebody typed as an amount of dollars, in nano-dollars; null for what is none. */
export function parseDollars(text: string): bigint | null {
  const [, whole, fraction = ''] = DOLLARS.exec(text.trim()) ?? [];
  return whole === undefined ? null : BigInt(whole + fraction.padEnd(9, '0'));
}
