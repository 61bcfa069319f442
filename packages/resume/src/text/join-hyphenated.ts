/** Moves the end of a word that was broken at a line's end up to its beginning. A line left empty goes. */
export function joinHyphenated(lines: readonly string[]): string[] {
  const words = new Set(
    lines
      .join(' ')
      .toLowerCase()
      .match(/\p{L}+(?:-\p{L}+)*/gu),
  );
  const joined: string[] = [];
  for (const line of lines) {
    const above = joined.at(-1);
    const whole = above === undefined ? undefined : joinWord(above, line, words);
    if (whole) joined.splice(-1, 1, ...(whole.rest === '' ? [whole.line] : [whole.line, whole.rest]));
    else joined.push(line);
  }
  return joined.map((line) => line.replace(/\u00AD/g, ''));
}

function joinWord(
  above: string,
  line: string,
  words: ReadonlySet<string>,
): { line: string; rest: string } | undefined {
  const broken = BROKEN_END.exec(above.trimEnd().slice(-WORD_LENGTH_MAX));
  const start = WORD_START.exec(line);
  if (!broken || !start) return undefined;
  const [, head = '', hyphen = ''] = broken;
  const [whole, tail = ''] = start;
  const keepsHyphen = hyphen === '-' && isCompound(head, /^\p{L}+/u.exec(tail)?.[0] ?? '', words);
  return {
    line: `${above.trimEnd().slice(0, -1)}${keepsHyphen ? '-' : ''}${tail}`,
    rest: line.slice(whole.length).trimStart(),
  };
}

const WORD_LENGTH_MAX = 60;
const BROKEN_END = /(\p{L}{2,})([-\u2010\u00AD])$/u;
const WORD_START = /^\s*(\p{Ll}[^\s]{0,58})(?=\s|$)/u;

// Whether the hyphen belongs to the word cannot be seen at a line's end. The rest of the text decides, then what
// commonly makes compounds.
function isCompound(head: string, tail: string, words: ReadonlySet<string>): boolean {
  const first = head.toLowerCase();
  const last = tail.toLowerCase();
  if (words.has(`${first}-${last}`)) return true;
  if (words.has(first + last)) return false;
  return COMPOUND_FIRST.has(first) || COMPOUND_LAST.has(last);
}

const COMPOUND_FIRST = new Set(
  (
    'open cross self real high low full front back long short data event well non multi user cloud object test ' +
    'customer client server end large small first second third one two three four five six part on off in ' +
    'state award best cost time year role peer right left left-to single double fast hands world ex all'
  ).split(' '),
);
const COMPOUND_LAST = new Set(
  (
    'driven based source time end level scale quality native first specific party side wide ready to in of and ' +
    'functional oriented facing aware focused centric friendly efficient effective world term year stack on the ' +
    'free like led backed powered critical winning related date based tier platform region language'
  ).split(' '),
);
