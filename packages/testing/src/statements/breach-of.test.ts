import { describe, expect, it } from 'vitest';
import { breachOf } from './breach-of.ts';
import { breachesOf } from './check-recorded.ts';
import { EXCEPTIONS } from './exceptions.ts';
import { SCHEMA_TABLES, SHARED_TABLES, USERS_TABLES } from './known-tables.ts';

const OF_USER = '`ledger`.`user_id` = ?';

describe('breachOf', () => {
  it.each([
    ['a read by user', `select \`seq\` from \`ledger\` where ${OF_USER} order by \`seq\` desc limit ?`],
    [
      'a read by user and more',
      `select \`seq\` from \`ledger\` where (${OF_USER} and (\`seq\` < ? or \`seq\` > ?))`,
    ],
    ['values in the text', "select `seq` from `ledger` where (`ledger`.`user_id` = 'usr_1' and `seq` = 7)"],
    ['an alias', 'select `newest`.`seq` from `ledger` `newest` where `newest`.`user_id` = ?'],
    [
      'a change by user',
      'update `resumes` set `title` = ? where (`resumes`.`user_id` = ? and `resume_id` = ?)',
    ],
    ['a removal by user', 'delete from `sessions` where `sessions`.`user_id` = ?'],
    ['a range beside the user', `select 1 from \`ledger\` where \`seq\` between ? and ? and ${OF_USER}`],
    [
      'an insert that gives the user',
      'insert ignore into `accounts` (`email`, `user_id`) values (?, ?), (?, ?)',
    ],
    [
      'an insert that adds to what is there',
      'insert into `denials` (`user_id`, `count`) values (?, ?) on duplicate key update `count` = `denials`.`count` + ?',
    ],
    [
      'a union of parts by user',
      `(select \`seq\` from \`ledger\` where ${OF_USER} limit ?) union all (select \`seq\` from \`ledger\` where ${OF_USER})`,
    ],
    [
      'a select within by user',
      `select 1 from \`ledger\` where (${OF_USER} and \`seq\` = (select \`seq\` from \`ledger\` \`n\` where \`n\`.\`user_id\` = ?))`,
    ],
    [
      'tables joined by user',
      'select 1 from `ledger` left join `operations` on `ledger`.`user_id` = `operations`.`user_id` where `ledger`.`user_id` = ?',
    ],
    ['a table of nobody', 'select `model` from `prices` where `effective_at` <= ?'],
    ['no table', 'select utc_timestamp(3)'],
  ])('finds nothing in %s', (_, statement) => {
    expect(breachOf(statement)).toBeNull();
  });

  it.each([
    ['a read without user', 'select `seq` from `ledger` where `at` > ?', 'without user_id = ?'],
    ['a read of everything', 'select count(*) from `ledger`', 'without user_id = ?'],
    [
      'another user than the one given',
      'select 1 from `ledger` where `ledger`.`user_id` <> ?',
      'without user_id',
    ],
    ['any of several users', 'select 1 from `ledger` where `ledger`.`user_id` in (?, ?)', 'without user_id'],
    [
      'the user or something else',
      `select 1 from \`ledger\` where (${OF_USER} or \`seq\` = ?)`,
      'without user_id',
    ],
    ['all but the user', `select 1 from \`ledger\` where not (${OF_USER})`, 'without user_id'],
    [
      'the user as the end of a range',
      'select 1 from `ledger` where `seq` between ? and `user_id` = ?',
      'without',
    ],
    ['the user’s name in a text', "select 1 from `ledger` where `kind` = '`user_id` = ?'", 'without user_id'],
    ['a change by another key', 'update `resumes` set `title` = ? where `resume_id` = ?', 'resumes without'],
    [
      'a change that sets the user',
      'update `resumes` set `user_id` = ? where `resume_id` = ?',
      'resumes without',
    ],
    ['a removal by another key', 'delete from `sessions` where `expires_at` < ?', 'sessions without'],
    [
      'a part of a union',
      `(select 1 from \`ledger\` where ${OF_USER}) union all (select 1 from \`operations\` where \`operation_id\` = ?)`,
      'operations without',
    ],
    [
      'a select within',
      `select 1 from \`ledger\` where (${OF_USER} and \`seq\` = (select max(\`seq\`) from \`ledger\` \`n\` where \`n\`.\`at\` > ?))`,
      'ledger without',
    ],
    [
      'a select in place of a table',
      'select 1 from (select `user_id` from `ledger`) `all` where `all`.`user_id` = ?',
      'ledger without',
    ],
    [
      'a question whether there are rows',
      'select exists (select 1 from `resumes`) from dual',
      'resumes without',
    ],
    [
      'an insert without user',
      'insert into `operations` (`operation_id`) values (?)',
      'inserts into operations',
    ],
    ['an insert that names no columns', 'insert into `operations` values (?, ?)', 'inserts into operations'],
    [
      'an insert of what is read of everybody',
      'insert into `operations` (`user_id`) select `user_id` from `ledger`',
      'ledger without',
    ],
    [
      'a join by another key',
      'select 1 from `ledger` join `operations` on `ledger`.`operation_id` = `operations`.`operation_id` where `ledger`.`user_id` = ?',
      'operations without',
    ],
    [
      'tables side by side',
      'select 1 from `ledger`, `operations` where `user_id` = ?',
      'without user_id = ?',
    ],
    ['a table that nobody knows', 'select 1 from `elsewhere`', 'not in the schema'],
    ['a statement of another kind', 'truncate table `ledger`', 'is no select'],
  ])('finds %s', (_, statement, breach) => {
    expect(breachOf(statement)).toContain(breach);
  });
});

describe('what is known', () => {
  it('says of every table of the schema whether it has rows of users', () => {
    expect(USERS_TABLES).toContain('ledger');
    const shared = Object.keys(SHARED_TABLES);
    expect(SCHEMA_TABLES.filter((table) => !USERS_TABLES.includes(table) && !shared.includes(table))).toEqual(
      [],
    );
    expect(shared.filter((table) => USERS_TABLES.includes(table))).toEqual([]);
  });

  it('lets an exception through as it is written, and nothing longer', () => {
    const byEmail = 'select `user_id` from `accounts` where `accounts`.`email` = ?';
    expect(breachOf(byEmail)).not.toBeNull();
    expect(breachesOf([byEmail])).toEqual([]);
    expect(breachesOf([`${byEmail} or 1 = ?`])).toHaveLength(1);
    for (const { why } of EXCEPTIONS) expect(why).toMatch(/\.$/);
  });
});
