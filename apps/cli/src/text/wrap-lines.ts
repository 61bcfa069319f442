/** A command stays whole, so that it can be copied. */
const WORD = /\S*"npm [^"]*"\S*|\S+/g;
/** What lines are continued under: the column after a label, or the indent. */
const LABEL = /^ *\S+(?: \S+)* {2,}|^ +/;

/** Lines broken between words where they are wider than the columns; null leaves them as they are. */
export function wrapLines(lines: string[], columns: number | null): string[] {
  if (columns === null) return lines;
  return lines.flatMap((text) => text.split('\n')).flatMap((line) => wrapLine(line, columns));
}

function wrapLine(line: string, columns: number): string[] {
  if (line.length <= columns) return [line];
  const [label = ''] = LABEL.exec(line) ?? [];
  const indent = ' '.repeat(Math.min(label.length, Math.floor(columns / 2)));
  const wrapped: string[] = [];
  let current = label;
  let isEmpty = true;
  for (const [word] of line.slice(label.length).matchAll(WORD)) {
    if (isEmpty) current += word;
    else if (current.length + 1 + word.length <= columns) current += ` ${word}`;
    else {
      wrapped.push(current);
      current = indent + word;
    }
    isEmpty = false;
  }
  return [...wrapped, current];
}
