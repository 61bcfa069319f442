import type { Database } from '@resumint/drizzle';

/** Building a statement costs more than running it, so each shape of one is built once for each connection. */
export function buildOnce<Shape, Statement>(
  build: (db: Database, shape: Shape) => Statement,
  keyOf: (shape: Shape) => string | number,
): (db: Database, shape: Shape) => Statement {
  const built = new WeakMap<Database, Map<string | number, Statement>>();
  return (db, shape) => {
    const key = keyOf(shape);
    const known = built.get(db) ?? new Map<string | number, Statement>();
    const statement = known.get(key) ?? build(db, shape);
    built.set(db, known.set(key, statement));
    return statement;
  };
}
