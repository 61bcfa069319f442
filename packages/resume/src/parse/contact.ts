import { isPlace, readLocation, type Location } from '../places/place.ts';
import { findDateSpan } from '../dates/find-dates.ts';

export interface Profile {
  network: string;
  username: string;
  url: string;
}

export interface Contact {
  email?: string;
  phone?: string;
  url?: string;
  profiles: Profile[];
  location?: Location;
}

/** What is left of a line once the contact details are out, and what they were. */
export interface ReadContact {
  contact: Contact;
  rest: string;
  hasDetails: boolean;
}

const EMAIL = /[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/u;
const PHONE = /(?<![\p{L}\d@/.])(?:\+|\(\+)?\(?\d[\d\s().\-–/]{5,22}\d(?![\p{L}\d@])/gu;
const URL_PATTERN =
  /(?:https?:\/\/|www\.)[^\s,;|<>()]{3,300}|(?<![\p{L}\p{N}@.-])[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,3}\.(?:com|org|net|io|dev|ai|co|edu|me|app|tech|info|site|xyz|blog|page|design|space|online|eu|uk|de|fr|es|it|nl|be|ch|at|pl|pt|se|no|dk|fi|ie|in|ca|au|nz|jp|br|mx|us|tr|cz|social|codes|studio|works|art|gov|cloud|so|to|ly|is|id)(?![\p{L}\p{N}-])(?:\/[^\s,;|<>()]{0,300})?/giu;
const LABEL =
  /(?:^|[\s(])(?:e-?mail|phone|tel|telephone|mobile|cell|mob|website|web|site|homepage|portfolio|blog|linkedin|github|gitlab|twitter|address|location|based in|lives in|city)\s?:/giu;

const NETWORKS: readonly { network: string; pattern: RegExp }[] = [
  { network: 'LinkedIn', pattern: /^(?:[a-z]{2,3}\.)?linkedin\.com\/(?:in|pub)\/([^/?#]+)/i },
  { network: 'GitHub', pattern: /^github\.com\/([^/?#]+)\/?$/i },
  { network: 'GitLab', pattern: /^gitlab\.com\/([^/?#]+)\/?$/i },
  { network: 'Twitter', pattern: /^(?:twitter|x)\.com\/@?([^/?#]+)\/?$/i },
  { network: 'Stack Overflow', pattern: /^stackoverflow\.com\/users\/([^?#]+)/i },
  { network: 'Mastodon', pattern: /^[^/]+\/@([^/?#@]+)\/?$/ },
  { network: 'Medium', pattern: /^medium\.com\/@?([^/?#]+)\/?$/i },
  { network: 'Dribbble', pattern: /^dribbble\.com\/([^/?#]+)\/?$/i },
  { network: 'Behance', pattern: /^behance\.net\/([^/?#]+)\/?$/i },
  { network: 'Kaggle', pattern: /^kaggle\.com\/([^/?#]+)\/?$/i },
  { network: 'ORCID', pattern: /^orcid\.org\/([\dX-]+)/i },
  { network: 'Google Scholar', pattern: /^scholar\.google\.[a-z.]+\/citations\?.*?user=([^&#]+)/i },
];

/** Takes the contact details out of one line. */
export function readContactLine(line: string): ReadContact {
  const contact: Contact = { profiles: [] };
  let rest = line;
  const email = EMAIL.exec(rest);
  if (email) {
    contact.email = email[0].replace(/[.-]$/, '');
    rest = rest.replace(email[0], '\t');
  }
  for (const [written] of rest.matchAll(URL_PATTERN)) {
    if (PRODUCT.test(written)) continue;
    addUrl(contact, written);
    rest = rest.replace(written, '\t');
  }
  const phone = findPhone(rest);
  if (phone) {
    contact.phone = phone.replace(/\s+/g, ' ');
    rest = rest.replace(phone, '\t');
  }
  const pieces = rest
    .replace(LABEL, '\t')
    .split(SEPARATOR)
    .map(trimmed)
    .filter((piece) => piece !== '' && !DETAIL_KIND.test(piece));
  const place = pieces.find((piece) => isPlace(piece) || isAddress(piece));
  if (place) contact.location = readLocation(place);
  const hasDetails =
    Boolean(contact.email ?? contact.phone ?? contact.url ?? contact.location) || contact.profiles.length > 0;
  return { contact, rest: pieces.filter((piece) => piece !== place).join('\t'), hasDetails };
}

/** Adds what another line told; what came first stays. */
export function mergeContact(first: Contact, next: Contact): Contact {
  const urls = new Set(first.profiles.map((profile) => profile.url));
  return {
    ...next,
    ...first,
    profiles: [...first.profiles, ...next.profiles.filter((profile) => !urls.has(profile.url))],
  };
}

/** A web address as a link: with its scheme. */
function toWebUrl(written: string): string {
  const address = written.replace(/[.,;:!]+$/, '');
  return /^https?:\/\//i.test(address) ? address : `https://${address}`;
}

const DETAIL_KIND = /^(?:mobile|home|work|cell|linkedin|github|personal|company|portfolio|blog|website)\)?$/i;
// ASP.NET is no web address.
const PRODUCT = /^[^/]{1,40}\.[A-Z]{2,}$/;
const SEPARATOR = /\t|\s[|•·∙●◦⋄⟡,;–—/-]\s?|\s{2,}|[|•∙●◦]/u;

function trimmed(piece: string): string {
  return piece.replace(/^[\s,;:|•·()-]+|[\s,;:|•·(-]+$/gu, '');
}

function addUrl(contact: Contact, written: string): void {
  const url = toWebUrl(written);
  const bare = url.replace(/^https?:\/\/(?:www\.)?/i, '');
  for (const { network, pattern } of NETWORKS) {
    const username = pattern.exec(bare)?.[1];
    if (username) {
      contact.profiles.push({ network, username, url });
      return;
    }
  }
  contact.url ??= url;
}

function findPhone(text: string): string | undefined {
  for (const [candidate] of text.matchAll(PHONE)) {
    const digits = candidate.replace(/\D/g, '').length;
    if (digits >= 7 && digits <= 15 && !findDateSpan(candidate)) return candidate.trim();
  }
  return undefined;
}

function isAddress(piece: string): boolean {
  const pieces = piece.split(/,\s?/);
  return (
    pieces.length >= 2 &&
    pieces.length <= 5 &&
    /\d/.test(piece) &&
    (isPlace(pieces.slice(-2).join(', ')) || pieces.some((part) => /^(?:[A-Z]-)?\d{4,5} \p{Lu}/u.test(part)))
  );
}
