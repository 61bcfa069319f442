import { tidyText } from '../text/tidy-text.ts';

/** A line of the source: a point of a list, or any other. */
export interface Line {
  text: string;
  isPoint: boolean;
  isAfterGap: boolean;
  indent: number;
}

const POINT = /^(?:[•◦▪▫‣⁃∙·●○■□❖➢➤►▶✓✔➔→]\s*|[-–—o*+]\s+|\(?\d{1,2}[.)]\s+)(?=\S)/u;
const LONE_POINT = /^[•◦▪▫‣⁃∙·●○■□❖➢➤►▶✓✔➔*+–-]$/u;
const FURNITURE = [
  /^(?:page\s)?\d{1,3}(?:\s?(?:of|\/)\s?\d{1,3})?$/i,
  /^.{0,60}\s?[–—|-]\s?(?:page\s)?\d{1,3}\s?(?:\/|of)\s?\d{1,3}$/i,
  /^(?:last )?updated:?\s(?:in|on)?.{0,30}$/i,
  /^(?:curriculum vitae|résumé|resume|cv)$/i,
];

/** The lines of a text that say something, without page numbers, rules and bullets. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let isAfterGap = true;
  let lonePoint = false;
  for (const raw of tidyText(text).split('\n').flatMap(bounded)) {
    const trimmed = raw.trim();
    if (trimmed === '') {
      isAfterGap = true;
    } else if (LONE_POINT.test(trimmed)) {
      lonePoint = true;
    } else if (!isFurniture(trimmed)) {
      const point = lonePoint ? null : POINT.exec(trimmed);
      lines.push({
        text: cleaned(point ? trimmed.slice(point[0].length) : trimmed),
        isPoint: lonePoint || point !== null,
        isAfterGap,
        indent: raw.search(/\S/),
      });
      isAfterGap = false;
      lonePoint = false;
    }
  }
  return lines;
}

const LINE_LENGTH_MAX = 1_500;

// What reads a line afterwards may look at it more than once per character: no line is longer than a paragraph.
function bounded(line: string): string[] {
  if (line.length <= LINE_LENGTH_MAX) return [line];
  return line.match(/.{1,1500}(?:\s|$)|.{1,1500}/gu) ?? [];
}

function isFurniture(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text) || FURNITURE.some((pattern) => pattern.test(text));
}

// Markdown's marks say how a word looks, not what it says.
function cleaned(text: string): string {
  return text
    .replace(/^#{1,6}\s+/, '')
    .replace(/\*\*|__/g, '')
    .replace(/ {3,}/g, '\t')
    .trim();
}
