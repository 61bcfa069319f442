import { conjunctsOf } from './conjuncts.ts';
import { splitAt, type Node } from './read-statement.ts';

export interface TableUse {
  table: string;
  /** What its columns are named by. */
  alias: string;
}

/** What a part of a statement is about: its tables, and what holds of every row. */
export interface Scope {
  tables: TableUse[];
  conjuncts: string[];
}

const ENDS = new Set(['where', 'set', 'group', 'having', 'order', 'limit', 'for', 'lock', 'values']);
const JOIN_WORDS = new Set(['inner', 'left', 'right', 'outer', 'cross', 'natural', 'join', 'straight_join']);

/** Of a select, update or delete. */
export function scopeOf(part: Node[]): Scope {
  const [verb] = part;
  const uses = after(part, verb === 'update' ? 'update' : 'from');
  const pieces = splitAt(uses, (node) => typeof node === 'string' && (node === ',' || JOIN_WORDS.has(node)));
  const joined = pieces.filter((piece) => piece.length > 0).map(readUse);
  return {
    tables: joined.flatMap(({ use }) => use ?? []),
    conjuncts: [...conjunctsOf(after(part, 'where')), ...joined.flatMap(({ on }) => conjunctsOf(on))],
  };
}

function after(part: Node[], keyword: string): Node[] {
  const start = part.indexOf(keyword);
  if (start < 0) return [];
  const rest = part.slice(start + 1);
  const end = rest.findIndex((node) => typeof node === 'string' && ENDS.has(node));
  return end < 0 ? rest : rest.slice(0, end);
}

/** `db`.`table` as `alias` on …; a select in place of the table was taken out before. */
function readUse(piece: Node[]): { use: TableUse | null; on: Node[] } {
  const start = piece.indexOf('on');
  const [named, on] = start < 0 ? [piece, []] : [piece.slice(0, start), piece.slice(start + 1)];
  const names = named.filter((node) => typeof node === 'string' && node !== 'as');
  const table = names[1] === '.' ? names[2] : names[0];
  const alias = names[1] === '.' ? names[3] : names[1];
  if (typeof table !== 'string' || Array.isArray(named[0])) return { use: null, on };
  return { use: { table, alias: typeof alias === 'string' ? alias : table }, on };
}
