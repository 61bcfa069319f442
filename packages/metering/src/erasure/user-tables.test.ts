import * as drizzle from '@resumint/drizzle';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { MySqlTable } from 'drizzle-orm/mysql-core';
import { expect, it } from 'vitest';
import { ERASED_TABLES, KEPT_TABLES } from './user-tables.ts';

it('every table with rows of people is emptied of an erased person, or kept for a reason that is told', () => {
  const tables = Object.values<unknown>(drizzle).filter((value) => is(value, MySqlTable));
  const ofPeople = tables.filter((table) => 'userId' in getTableColumns(table)).map(getTableName);
  expect(ofPeople.length).toBeGreaterThan(10);
  const erased = ERASED_TABLES.map((table) => getTableName(table));
  expect([...erased, ...Object.keys(KEPT_TABLES)].toSorted()).toEqual(ofPeople.toSorted());
});
