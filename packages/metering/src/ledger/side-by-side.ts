import { sql, type SQLWrapper } from 'drizzle-orm';

/**
 * Several selects as the right side of one `unionAll`. Drizzle nests what it is given one by one,
 * `((a) union all (b)) union all (c)`, and for each nested union MariaDB makes a table.
 */
export function sideBySide<Select extends SQLWrapper>(first: Select, others: readonly Select[]): Select {
  const all = sql.join(
    [first, ...others].map((select) => select.getSQL()),
    sql`) union all (`,
  );
  return new Proxy(first, {
    get: (target, property): unknown =>
      property === 'getSQL' ? () => all : Reflect.get(target, property, target),
  });
}
