import { TermsRecord } from '../terms/terms.ts';

/** Terms as stored: JSON with limits in decimal digits, since JSON numbers lose what is past 2^53. */
export function encodeTerms(terms: TermsRecord): string {
  return JSON.stringify(terms, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}

export function decodeTerms(text: string): TermsRecord {
  return TermsRecord.parse(JSON.parse(text));
}
