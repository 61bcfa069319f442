import { isPlace, takePlace } from '../places/place.ts';
import { isDuration } from './entry.ts';

/** The parts of the lines that name an entry, and the place among them. */
export interface Fragments {
  parts: string[];
  place?: string;
}

const SEPARATOR = /\t|\s+[|•·∙●◦⋄—–]\s+|\s+-\s+|\s+\/\/\s+|\s\|\s?/u;
const EMPLOYMENT_KIND =
  /^\(?(?:full[- ]time|part[- ]time|contract(?:or)?|permanent|temporary|freelance|internship|self-employed|on-site|hybrid|remote)\)?$/i;

const LABEL =
  /^\s*(?:designation|position|job title|title|role|company|employer|organi[sz]ation|client|degree|institution)\s?:\s*/i;

/** Splits naming lines at the signs people put between employer, title and place. */
export function fragmentsOf(heads: readonly string[], place?: string): Fragments {
  const fragments: Fragments = place === undefined ? { parts: [] } : { parts: [], place };
  for (const piece of heads.flatMap((head) => head.split(SEPARATOR))) {
    const part = trimmed(piece.replace(LABEL, ''));
    if (part === '' || isDuration(part) || EMPLOYMENT_KIND.test(part)) continue;
    if (isPlace(part)) {
      fragments.place ??= part;
      continue;
    }
    const taken = takePlace(part);
    if (taken.place !== undefined) fragments.place ??= taken.place;
    fragments.parts.push(trimmed(taken.rest));
  }
  return fragments;
}

/** The pieces between commas; a company's "Inc." and what stands in brackets are not cut off. */
export function commaPieces(text: string): string[] {
  return text
    .split(/,\s+(?!(?:Inc|LLC|Ltd|LLP|LP|PLC|GmbH|Co|Corp|S\.?A|AG|B\.?V)\.?(?:[\s,)]|$))(?![^(]{0,200}\))/i)
    .map(trimmed);
}

function trimmed(text: string): string {
  return text.replace(/^[\s.,;:|•·–—-]+|[\s,;:|•·–—-]+$/gu, '');
}
