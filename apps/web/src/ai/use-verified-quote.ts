'use client';

import type { Quote } from '../usage/answers.ts';
import { useUsage } from '../usage/use-usage.ts';
import { useQuote, type QuoteInput } from './use-quote.ts';

interface VerifiedQuote {
  /** Null until it is known, and while the limits cannot be verified. */
  quote: Quote | null;
  isUnverifiable: boolean;
}

/** The price of a call, as long as the limits that it was tried against can be read. */
export function useVerifiedQuote(input: QuoteInput): VerifiedQuote {
  const { data, isError } = useQuote(input);
  // A quote is not asked for again as often as the numbers: it may be one from before they went away.
  const isUnverifiable = useUsage().isError || isError;
  return { quote: isUnverifiable ? null : (data ?? null), isUnverifiable };
}
