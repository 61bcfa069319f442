import type { PageLine } from './page-lines.ts';

const RIGHT_COLUMN_LINES_MAX = 3;
const SAME_BASELINE = 1;

/**
 * Layouts that set place and dates at the right of an entry draw them after the entry's points. They are put
 * back beside the line they stand beside, or under it where the entry's points begin.
 */
export function placeRightColumn(blocks: readonly PageLine[][]): PageLine[][] {
  const placed: PageLine[][] = [];
  for (const block of blocks) {
    const before = placed.at(-1);
    const start = before ? lineBeside(before, block) : -1;
    if (before && start >= 0) placed[placed.length - 1] = interleave(before, block, start);
    else placed.push([...block]);
  }
  return placed;
}

function lineBeside(before: readonly PageLine[], block: readonly PageLine[]): number {
  const column = rightColumn(block);
  const [first] = column;
  if (!first) return -1;
  return before.findLastIndex(
    (line) => Math.abs(line.baseline - first.baseline) < SAME_BASELINE && line.right < first.left,
  );
}

/** The lines at the block's top that share its left or right edge; below them the next entry may follow. */
function rightColumn(block: readonly PageLine[]): PageLine[] {
  const [first] = block;
  if (!first) return [];
  const end = block.findIndex((line) => line.left < first.left - 60);
  const column = end < 0 ? [...block] : block.slice(0, end);
  return column.length <= RIGHT_COLUMN_LINES_MAX ? column : [];
}

function interleave(before: readonly PageLine[], block: readonly PageLine[], start: number): PageLine[] {
  const column = rightColumn(block);
  const lines = before.slice(0, start);
  const rest = before.slice(start);
  let isHead = true;
  for (const right of column) {
    const left = rest[0];
    isHead &&=
      left !== undefined && Math.abs(left.baseline - right.baseline) < SAME_BASELINE && !isPoint(left);
    if (isHead && left) {
      lines.push({ ...left, text: `${left.text}\t${right.text}`, right: right.right });
      rest.shift();
    } else {
      lines.push(right);
    }
  }
  return [...lines, ...rest, ...block.slice(column.length)];
}

function isPoint(line: PageLine): boolean {
  return /^[•◦▪‣∙·●○■\-–*]/u.test(line.text.trim());
}
