import type { ResponseRequest } from './response-request.ts';

/** What the request says, message by message. */
export function messageTexts({ input }: Pick<ResponseRequest, 'input'>): string[] {
  if (typeof input === 'string') return [input];
  return input.map(({ content }) =>
    typeof content === 'string' ? content : content.map((part) => part.text).join(''),
  );
}

/** The text between the first line `<name>` and the last line `</name>`, or null. */
export function sectionOf(text: string, name: string): string | null {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const start = lines.indexOf(`<${name}>`);
  const end = lines.lastIndexOf(`</${name}>`);
  return start === -1 || end <= start ? null : lines.slice(start + 1, end).join('\n');
}

/** Sentences or lines of prose, in order, at most `max` of them. */
export function sentencesOf(text: string, max: number): string[] {
  return text
    .split(/(?<=[.!?])\s+|\n+/u, max * 4)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence) && !/^<\/?\w+>$/.test(sentence))
    .slice(0, max);
}
