import { DEFAULT_ALERT_PERCENTS, TermsRecord, type Terms } from './terms.ts';

/**
 * Terms as stored: JSON with limits in decimal digits, since JSON numbers lose what is past 2^53. What came later than
 * version 1 is left out where it says nothing, so that a text which was read and is written again is the same text.
 */
export function encodeTerms({ inForce, scheduled }: TermsRecord): string {
  const told = {
    inForce: compact(inForce),
    scheduled: scheduled && { at: scheduled.at, terms: compact(scheduled.terms) },
  };
  const text = JSON.stringify(told, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  // A stream whose terms cannot be read is lost, so what cannot be read is not written.
  decodeTerms(text);
  return text;
}

/** The lowest state version that knows all that these terms say: what an older program would not heed, it refuses. */
export function versionOfTerms({ inForce, scheduled }: TermsRecord): number {
  return Math.max(versionOf(inForce), scheduled ? versionOf(scheduled.terms) : 1);
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

function compact({ operationsPerDay, enforcement, alertAtPercent, ...terms }: Terms) {
  return {
    ...terms,
    ...(hasCaps(operationsPerDay) && { operationsPerDay }),
    ...(enforcement !== 'hard' && { enforcement }),
    ...(hasOwnAlerts(alertAtPercent) && { alertAtPercent }),
  };
}

function versionOf({ plan, operationsPerDay, enforcement, alertAtPercent }: Terms): number {
  if (hasOwnAlerts(alertAtPercent)) return 3;
  return plan !== 'free@1' || hasCaps(operationsPerDay) || enforcement !== 'hard' ? 2 : 1;
}

function hasCaps({ setByAdmin, loweredByUser }: Terms['operationsPerDay']): boolean {
  return Object.keys(setByAdmin).length + Object.keys(loweredByUser).length > 0;
}

function hasOwnAlerts(alertAtPercent: Terms['alertAtPercent']): boolean {
  return alertAtPercent.join() !== DEFAULT_ALERT_PERCENTS.join();
}
