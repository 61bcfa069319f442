import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes each distinct statement that it hears to a file of its own in a directory. They must hold no values. */
export function recordStatements(directory: string): (statement: string) => void {
  const file = join(directory, `${randomUUID()}.jsonl`);
  const known = new Set<string>();
  return (statement) => {
    if (known.has(statement)) return;
    known.add(statement);
    appendFileSync(file, `${JSON.stringify(statement)}\n`);
  };
}
