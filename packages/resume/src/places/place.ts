import { countryCode } from './country-code.ts';
import { isRegion } from './region-names.ts';

export interface Location {
  address?: string;
  city?: string;
  region?: string;
  postalCode?: string;
  countryCode?: string;
}

const CITY =
  /^\p{Lu}[\p{L}.'’-]*(?:[ -](?:\p{Lu}[\p{L}.'’-]*|am|an|der|de|del|di|do|da|la|le|les|of|sur|upon)){0,4}$/u;
const REMOTE = /^(?:fully |100% )?(?:remote|hybrid|on-?site|worldwide)(?: ?\([^)]{1,40}\))?$/i;
const POSTAL =
  /^(.{2,40}?) ([A-Z]{0,2}\d{4,6}(?:-\d{3,4})?|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] \d[A-Z]\d)$/;

/** Whether a text is a place: a city with its region or country, a country, or work from anywhere. */
export function isPlace(text: string): boolean {
  const trimmed = text.trim();
  if (REMOTE.test(trimmed)) return true;
  const pieces = trimmed.split(/\s?,\s?/);
  const last = pieces.at(-1) ?? '';
  if (pieces.length === 1) return trimmed.length > 3 && countryCode(trimmed) !== undefined;
  if (pieces.length > 3) return false;
  const middle = pieces.length === 3 ? (pieces[1] ?? '') : undefined;
  if (middle !== undefined && !isRegion(middle) && !countryCode(middle)) return false;
  const isEnd = isRegion(last) || isRegion(withoutPostal(last).text) || countryCode(last) !== undefined;
  return isEnd && pieces.slice(0, -1).every((piece) => CITY.test(withoutPostal(piece).text));
}

/** Takes a place off the end of a text: "Acme – Berlin, Germany" leaves "Acme". */
export function takePlace(text: string): { rest: string; place?: string } {
  const bracketed = /^(.{2,200}?)\s?\(([^()]{2,60})\)$/.exec(text);
  if (bracketed?.[1] && bracketed[2] && isPlace(bracketed[2])) {
    return { rest: bracketed[1], place: bracketed[2] };
  }
  const pieces = text.split(/,\s/);
  for (const count of [2, 1]) {
    if (pieces.length <= count) continue;
    const place = pieces.slice(-count).join(', ');
    if (isPlace(place)) return { rest: pieces.slice(0, -count).join(', '), place };
  }
  return { rest: text };
}

/** Reads a written place or address into its parts; only what is written becomes a part. */
export function readLocation(text: string): Location {
  const pieces = text.split(/\s?,\s?/).filter((piece) => piece !== '');
  const location: Location = {};
  const country =
    pieces.length > 1 || !isRegion(pieces[0] ?? '') ? countryCode(pieces.at(-1) ?? '') : undefined;
  if (country && !isRegion(pieces.at(-1) ?? '')) {
    location.countryCode = country;
    pieces.pop();
  }
  const rest = pieces.map((piece) => {
    const { text: named, postalCode } = withoutPostal(piece);
    if (postalCode) location.postalCode = postalCode;
    return named;
  });
  if (
    rest.length > 1 &&
    (isRegion(rest.at(-1) ?? '') || countryCode(rest.at(-1) ?? '') || !location.countryCode)
  ) {
    location.region = rest.pop() ?? '';
  }
  const city = rest.pop();
  if (city) location.city = city;
  if (rest.length > 0) location.address = rest.join(', ');
  return location;
}

function withoutPostal(piece: string): { text: string; postalCode?: string } {
  const after = POSTAL.exec(piece);
  if (after?.[1] && after[2]) return { text: after[1], postalCode: after[2] };
  const before = /^(?:[A-Z]{1,2}-)?(\d{4,5}) (\p{Lu}.{1,40})$/u.exec(piece);
  if (before?.[1] && before[2]) return { text: before[2], postalCode: before[1] };
  return { text: piece };
}
