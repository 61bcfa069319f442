import { splitAt, type Node } from './read-statement.ts';

const ALTERNATIVES = new Set(['or', 'xor', '||']);

/** What holds of every row that a condition lets through, as text. Of an `or`, nothing does. */
export function conjunctsOf(condition: Node[]): string[] {
  if (condition.some((node) => typeof node === 'string' && ALTERNATIVES.has(node))) return [];
  const terms = splitAt(condition, (node) => node === 'and' || node === '&&');
  return terms.flatMap((term, index) => {
    // The second half of a `between`.
    if (terms[index - 1]?.includes('between')) return [];
    const [only, ...others] = term;
    if (Array.isArray(only) && others.length === 0) return conjunctsOf(only);
    return [term.map((node) => (typeof node === 'string' ? node : '(…)')).join(' ')];
  });
}
