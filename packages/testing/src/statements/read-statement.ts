import { withoutValues } from './without-values.ts';

/** Words in lower case and names without their quotes; what stands in parentheses is a list of its own. */
export type Node = string | Node[];

const TOKEN = /`[^`]*`|[a-z_][\w$]*|<=>|<>|[<>!]=|\|\||&&|\S/gi;
const SETS = new Set(['union', 'except', 'intersect']);

/** The parts of a statement that read, change, delete or insert rows, each without those that stand in it. */
export function partsOf(statement: string): Node[][] {
  return partsIn(nest(withoutValues(statement)));
}

function nest(statement: string): Node[] {
  const root: Node[] = [];
  const stack = [root];
  for (const [token] of statement.matchAll(TOKEN)) {
    if (token === '(') {
      const group: Node[] = [];
      stack.at(-1)?.push(group);
      stack.push(group);
    } else if (token === ')') {
      stack.pop();
    } else {
      stack.at(-1)?.push(token.startsWith('`') ? token.slice(1, -1) : token.toLowerCase());
    }
  }
  if (stack.length !== 1) throw new SyntaxError(`The parentheses of a statement do not match: ${statement}`);
  return root;
}

function partsIn(nodes: Node[]): Node[][] {
  return splitAt(nodes, (node) => typeof node === 'string' && SETS.has(node)).flatMap((part) => {
    const begins = part[0] === 'all' || part[0] === 'distinct' ? part.slice(1) : part;
    const nested: Node[][] = [];
    const own = begins.map((node) => withoutNested(node, nested));
    const select = own[0] === 'insert' || own[0] === 'replace' ? own.indexOf('select') : -1;
    const owned = select < 0 ? [own] : [own.slice(0, select), own.slice(select)];
    return [...owned.filter(([first]) => typeof first === 'string' && first !== 'order'), ...nested];
  });
}

/** A select in parentheses is a part of its own, at any depth. */
function withoutNested(node: Node, nested: Node[][]): Node {
  if (typeof node === 'string') return node;
  const [first] = node;
  if (first === 'select' || (Array.isArray(first) && holdsSelect(first))) {
    nested.push(...partsIn(node));
    return [];
  }
  return node.map((inner) => withoutNested(inner, nested));
}

function holdsSelect([first]: Node[]): boolean {
  return first === 'select' || (Array.isArray(first) && holdsSelect(first));
}

export function splitAt(nodes: Node[], isSeparator: (node: Node) => boolean): Node[][] {
  const parts: Node[][] = [[]];
  for (const node of nodes) {
    if (isSeparator(node)) parts.push([]);
    else parts.at(-1)?.push(node);
  }
  return parts;
}
