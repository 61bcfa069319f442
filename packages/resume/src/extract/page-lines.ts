import { placeRightColumn } from './place-right-column.ts';

/** One visual line: its words in reading order, wide gaps kept as tabs. */
export interface PageLine {
  text: string;
  left: number;
  right: number;
  baseline: number;
  height: number;
}

interface TextItem {
  str: string;
  transform: number[];
  width: number;
  height: number;
}

// In units of the letters' height. Justified text stretches its spaces to about one.
const TAB_GAP = 1.4;
const SPACE_GAP = 0.12;
const PARAGRAPH_GAP = 1.35;

/** The lines of a page in reading order; an empty line stands for a gap between paragraphs. */
export function pageLines(items: readonly unknown[]): string[] {
  const blocks = raiseTitle(splitBlocks(drawnLines(items.filter(isTextItem))));
  return withParagraphGaps(placeRightColumn(blocks).flat());
}

/** Items arrive in drawing order, which is nearly always reading order within a column. */
function drawnLines(items: readonly TextItem[]): PageLine[] {
  const lines: PageLine[] = [];
  for (const item of items) {
    if (item.str.trim() === '') continue;
    const [, , , , left = 0, baseline = 0] = item.transform;
    const height = item.height || 1;
    const right = left + item.width;
    const line = lines.at(-1);
    const gap = line ? (left - line.right) / height : 0;
    if (line && Math.abs(line.baseline - baseline) < height * 0.5 && gap > -1) {
      line.text += gap > TAB_GAP ? '\t' : gap > SPACE_GAP ? ' ' : '';
      line.text += item.str;
      line.right = right;
      line.height = Math.max(line.height, height);
    } else {
      lines.push({ text: item.str, left, right, baseline, height });
    }
  }
  return lines;
}

/** A block ends where the next line is drawn above the last one. */
function splitBlocks(lines: readonly PageLine[]): PageLine[][] {
  const blocks: PageLine[][] = [];
  let above: PageLine | undefined;
  for (const line of lines) {
    const isHigher = above === undefined || line.baseline > above.baseline + 1;
    if (isHigher) blocks.push([line]);
    else blocks.at(-1)?.push(line);
    above = line;
  }
  return blocks;
}

/** What stands above everything else is read first, even where it is drawn last. */
function raiseTitle(blocks: readonly PageLine[][]): PageLine[][] {
  const last = blocks.at(-1);
  if (!last || blocks.length < 2) return [...blocks];
  const others = blocks.slice(0, -1);
  const top = others.flat().reduce((highest, line) => Math.max(highest, line.baseline), -Infinity);
  return last.every((line) => line.baseline > top) ? [last, ...others] : [...blocks];
}

function withParagraphGaps(lines: readonly PageLine[]): string[] {
  const pitches = lines.flatMap((line, index) => {
    const above = lines[index - 1];
    const pitch = above ? above.baseline - line.baseline : 0;
    return pitch > 1 ? [pitch] : [];
  });
  const usual = pitches.toSorted((a, b) => a - b)[Math.floor(pitches.length / 2)] ?? Infinity;
  return lines.flatMap((line, index) => {
    const above = lines[index - 1];
    const isApart = above !== undefined && Math.abs(above.baseline - line.baseline) > usual * PARAGRAPH_GAP;
    return isApart ? ['', line.text] : [line.text];
  });
}

function isTextItem(item: unknown): item is TextItem {
  return typeof item === 'object' && item !== null && 'str' in item;
}
