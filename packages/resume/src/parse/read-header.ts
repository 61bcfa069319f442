import type { Resume } from '../model/resume.ts';
import { mergeContact, readContactLine, type Contact } from './contact.ts';
import { isProse } from './join-wrapped.ts';
import type { Line } from './lines.ts';
import { matchesEmail, nameIn } from './names.ts';
import { titleLikeness } from './titles.ts';

type Basics = NonNullable<Resume['basics']>;

interface Rest {
  text: string;
  isBeforeContact: boolean;
}

/** Who the person is, from the lines above the first heading and from contact sections; and the sentences there. */
export function readHeader(
  header: readonly Line[],
  contactLines: readonly Line[],
  allLines: readonly Line[],
): { basics: Basics; prose: string[]; unplaced: string[] } {
  const { contact, rest } = takeContact(header);
  const other = takeContact(contactLines);
  const merged = mergeContact(contact, other.contact);
  const email =
    merged.email ?? allLines.map((line) => readContactLine(line.text).contact.email).find(isPresent);
  if (email !== undefined) merged.email = email;
  const { profiles, ...details } = merged;
  const basics: Basics = { ...details };
  if (profiles.length > 0) basics.profiles = profiles;
  const { prose, unplaced } = takeLabel(basics, takeName(basics, rest, allLines));
  return { basics, prose, unplaced: [...unplaced, ...other.rest.map(({ text }) => text)] };
}

function takeContact(lines: readonly Line[]): { contact: Contact; rest: Rest[] } {
  let contact: Contact = { profiles: [] };
  let isBeforeContact = true;
  const rest: Rest[] = [];
  for (const line of lines) {
    const isPlain = isSentence(line.text);
    const read = readContactLine(isPlain ? '' : line.text);
    contact = mergeContact(contact, read.contact);
    if (read.hasDetails) isBeforeContact = false;
    const isRead = !isPlain && (read.hasDetails || read.rest === '');
    const text = isRead ? read.rest : line.text;
    if (text !== '') rest.push({ text, isBeforeContact: isBeforeContact || rest.length < 2 });
  }
  return { contact, rest };
}

// Contact details in one long line are no sentence, and an address in a sentence is no contact detail.
function isSentence(text: string): boolean {
  return isProse(text) && !/\t|\s[|•·∙◦]\s|\S@\S/u.test(text);
}

function takeName(basics: Basics, rest: readonly Rest[], allLines: readonly Line[]): Rest[] {
  const names = rest.slice(0, 8).flatMap((line) => {
    const [first = ''] = line.text.split(/\t|\s[|•·–—-]\s/);
    const name = titleLikeness(first) > 0 ? undefined : nameIn(first);
    return name ? [{ name, line, first }] : [];
  });
  const { email } = basics;
  const found = names.find(({ name }) => email && matchesEmail(name, email)) ?? names[0];
  if (found) {
    basics.name = found.name;
    const more = found.line.text.slice(found.first.length).replace(/^[\s|•·–—-]+/, '');
    return rest.flatMap((line) =>
      line !== found.line ? [line] : more === '' ? [] : [{ ...line, text: more }],
    );
  }
  const elsewhere = email ? nameElsewhere(email, allLines) : undefined;
  if (elsewhere) basics.name = elsewhere;
  return rest.filter(({ text }) => elsewhere === undefined || nameIn(text) !== elsewhere);
}

// A name alone on its line anywhere in the text, if the e-mail address confirms it.
function nameElsewhere(email: string, lines: readonly Line[]): string | undefined {
  return lines
    .map((line) => nameIn(line.text))
    .find((name) => name !== undefined && matchesEmail(name, email));
}

function takeLabel(basics: Basics, rest: readonly Rest[]): { prose: string[]; unplaced: string[] } {
  const unplaced: string[] = [];
  const prose: string[] = [];
  for (const { text, isBeforeContact } of rest) {
    const isLabel = titleLikeness(text) > 0 && text.length <= 100 && !isProse(text);
    if (isLabel && basics.label === undefined) basics.label = text.replace(/\t/g, ' | ');
    else if (prose.length > 0 && /^\p{Ll}/u.test(text)) prose.push(`${prose.pop()} ${text}`);
    else if (isProse(text) || (prose.length > 0 && !isBeforeContact)) prose.push(text);
    else unplaced.push(text);
  }
  return { prose, unplaced };
}

function isPresent<Value>(value: Value | undefined): value is Value {
  return value !== undefined;
}
