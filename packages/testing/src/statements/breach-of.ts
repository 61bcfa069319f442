import { isSharedTable, isUsersTable } from './known-tables.ts';
import { partsOf, type Node } from './read-statement.ts';
import { scopeOf, type Scope } from './tables-of.ts';

/**
 * Why a statement could not be sent to the one shard that has a user's rows, or null. Every part of it that reads,
 * changes or deletes rows of users must hold them to one by `user_id = ?`, tables of several must be joined by it, and
 * what is inserted must give it. What is not understood is a breach, too.
 */
export function breachOf(statement: string): string | null {
  return (
    partsOf(statement)
      .map(breachOfPart)
      .find((breach) => breach !== null) ?? null
  );
}

function breachOfPart(part: Node[]): string | null {
  switch (part[0]) {
    case 'select':
    case 'update':
    case 'delete':
      return breachOfScope(scopeOf(part));
    case 'insert':
      return breachOfInsert(part);
    default:
      return 'is no select, insert, update or delete';
  }
}

function breachOfScope(scope: Scope): string | null {
  const unknown = scope.tables.find(({ table }) => !isUsersTable(table) && !isSharedTable(table));
  if (unknown) return `uses ${unknown.table}, which is not in the schema`;
  const ofUsers = scope.tables.filter(({ table }) => isUsersTable(table));
  const held = heldToUser(scope);
  const loose = ofUsers.find(({ alias }) => !held.has(alias));
  return loose ? `uses ${loose.table} without user_id = ?` : null;
}

/** The aliases whose rows are those of one user: by themselves, or as those that they are joined to. */
function heldToUser({ tables, conjuncts }: Scope): Set<string> {
  const [only, another] = tables;
  const held = new Set<string>();
  const pairs: [string, string][] = [];
  for (const conjunct of conjuncts) {
    const alias = /^(?:([\w$]+) \. )?user_id = \?$/.exec(conjunct);
    if (alias) held.add(alias[1] ?? (another ? '' : (only?.alias ?? '')));
    const [, left, right] = /^([\w$]+) \. user_id = ([\w$]+) \. user_id$/.exec(conjunct) ?? [];
    if (left !== undefined && right !== undefined) pairs.push([left, right], [right, left]);
  }
  for (const _ of tables) {
    for (const [from, to] of pairs) if (held.has(from)) held.add(to);
  }
  return held;
}

function breachOfInsert(part: Node[]): string | null {
  const into = part.indexOf('into');
  const [table, columns] = part.slice(into + 1);
  if (into < 0 || typeof table !== 'string') return 'inserts into no table that can be told';
  if (isSharedTable(table)) return null;
  if (!isUsersTable(table)) return `uses ${table}, which is not in the schema`;
  const givesUser = Array.isArray(columns) && columns.includes('user_id');
  return givesUser ? null : `inserts into ${table} without user_id`;
}
