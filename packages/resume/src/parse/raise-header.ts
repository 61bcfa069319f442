import { readContactLine } from './contact.ts';
import { headingKind } from './headings.ts';
import type { Line } from './lines.ts';
import { matchesEmail, nameIn } from './names.ts';

/**
 * Where a side column comes first in the text, the person's name stands in the middle. If the contact details
 * confirm it, the name and what follows it up to the next heading are moved to the top.
 */
export function raiseHeader(lines: readonly Line[]): Line[] {
  const [first] = lines;
  if (!first || !headingKind(first.text)) return [...lines];
  const handles = lines.flatMap(({ text }) => {
    const { email, profiles } = readContactLine(text).contact;
    return [...(email ? [email] : []), ...profiles.map(({ username }) => username)];
  });
  const start = lines.findIndex(({ text, isPoint }) => {
    const name = isPoint ? undefined : nameIn(text);
    return name !== undefined && handles.some((handle) => matchesEmail(name, handle));
  });
  if (start < 0) return [...lines];
  const length = lines.slice(start).findIndex(({ text }) => headingKind(text) !== undefined);
  const end = length < 0 ? lines.length : start + length;
  return [...lines.slice(start, end), ...lines.slice(0, start), ...lines.slice(end)];
}
