import { customType, datetime } from 'drizzle-orm/mysql-core';

/** A prefixed id. Compared byte by byte: a case-folding collation would let two ids name one row. */
export const id = (name: string) => ascii(name, 40);

/** Text of ASCII letters, compared byte by byte: codes, hashes, names of models and operations. */
export function ascii(name: string, length: number) {
  return customType<{ data: string; driverData: string }>({
    dataType: () => `varchar(${length}) CHARACTER SET ascii COLLATE ascii_bin`,
  })(name);
}

/** Text of any letters, compared byte by byte. */
export function exactText(name: string, length: number) {
  return customType<{ data: string; driverData: string }>({
    dataType: () => `varchar(${length}) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
  })(name);
}

/** An instant in UTC, to the millisecond. */
export const instant = (name: string) => datetime(name, { mode: 'date', fsp: 3 });

/** JSON kept as text: MariaDB hands it back as text and MySQL parsed, so neither driver is left to decide. */
export function json(name: string) {
  return customType<{ data: unknown; driverData: string }>({
    dataType: () => 'mediumtext',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value): unknown => JSON.parse(value),
  })(name);
}
