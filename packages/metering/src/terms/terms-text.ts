import { TermsRecord } from './terms.ts';

/** Terms as stored: JSON with limits in decimal digits, since JSON numbers lose what is past 2^53. */
export function encodeTerms(terms: TermsRecord): string {
  const text = JSON.stringify(terms, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  // A stream whose terms cannot be read is lost, so what cannot be read is not written.
  decodeTerms(text);
  return text;
}

const MOST_DECODED = 1_000;
const decoded = new Map<string, TermsRecord>();

/** Most streams have the same few terms, and reads are many: a text is parsed once. */
export function decodeTerms(text: string): TermsRecord {
  const known = decoded.get(text) ?? TermsRecord.parse(JSON.parse(text));
  if (decoded.size >= MOST_DECODED) decoded.clear();
  decoded.set(text, known);
  return known;
}
