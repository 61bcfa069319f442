export type StatementKind = 'opens transaction' | 'rolls back' | 'changes connection' | 'plain';

const comments = /^(?:\s+|\/\*(?!!)[\s\S]*?\*\/|--\s[^\n]*\n|#[^\n]*\n)*/;

/** Tells statements apart by what they do to their connection, for a gateway that has one connection per statement. */
export function classifyStatement(sql: string): StatementKind {
  const statement = sql.replace(comments, '');
  if (/^(?:begin|start\s+transaction)\b/i.test(statement)) return 'opens transaction';
  if (/^rollback(?:\s+work)?\s*;?\s*$/i.test(statement)) return 'rolls back';
  if (/^(?:set|use|lock|unlock|prepare|execute|deallocate|create\s+temporary)\b/i.test(statement)) {
    return 'changes connection';
  }
  return /\b(?:get|release)_lock\s*\(/i.test(statement) ? 'changes connection' : 'plain';
}
