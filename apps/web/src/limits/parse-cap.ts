import type { Unit } from '../usage/answers.ts';

/** What a person typed for a limit: an amount in its unit, nothing for what is granted, or why it is neither. */
export type ParsedCap =
  { kind: 'amount'; amount: bigint } | { kind: 'granted' } | { kind: 'wrong'; why: string };

/** Dollars become nano-dollars digit by digit, so that none is lost. */
export function parseCap(text: string, unit: Unit): ParsedCap {
  const typed = text.trim();
  if (typed === '') return { kind: 'granted' };
  if (/^[-−]/.test(typed)) return { kind: 'wrong', why: 'A limit cannot be below zero.' };
  const amount = unit === 'nanos' ? readDollars(typed) : readCount(typed);
  return amount === null ? { kind: 'wrong', why: EXAMPLES[unit] } : { kind: 'amount', amount };
}

/** An amount as it can be typed again. */
export function capText(amount: bigint | null, unit: Unit): string {
  if (amount === null) return '';
  if (unit !== 'nanos') return amount.toString();
  const digits = amount.toString().padStart(10, '0');
  const cents = digits.slice(-9).replace(/0+$/, '').padEnd(2, '0');
  return `${digits.slice(0, -9)}.${cents}`;
}

const EXAMPLES: Record<Unit, string> = {
  nanos: 'Type dollars, such as 2.50, with at most nine decimals.',
  tokens: 'Type a whole number of tokens, such as 5000.',
  calls: 'Type a whole number of calls, such as 20.',
};

function readCount(text: string): bigint | null {
  return /^\d{1,3}(,\d{3}){0,4}$|^\d{1,15}$/.test(text) ? BigInt(text.replaceAll(',', '')) : null;
}

function readDollars(text: string): bigint | null {
  const [, dollars, fraction = ''] = /^\$?\s*(\d{1,8})(?:\.(\d{1,9}))?$/.exec(text) ?? [];
  return dollars === undefined ? null : BigInt(dollars + fraction.padEnd(9, '0'));
}
