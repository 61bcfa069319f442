/** Statements on a user's table that name no user, each with why it must. */
export interface Exception {
  statement: RegExp;
  why: string;
}

export const EXCEPTIONS: readonly Exception[] = [
  {
    statement: /^select [^;]* from `accounts` where `accounts`\.`email` = \?$/,
    why: 'Signing in finds the user by the email, and so does an admin: a lookup table when sharded.',
  },
  {
    statement: /^select [^;]* from `clerk_users` where `clerk_users`\.`email` = \? limit \?$/,
    why: 'An admin finds the user of Clerk by the email.',
  },
  {
    statement: /^(select [^;]* from|update) `clerk_users` [^;]*where `clerk_users`\.`subject` = \?$/,
    why: 'A token or an event of Clerk names the user by Clerk’s id: a lookup table when sharded.',
  },
  {
    statement:
      /^select `at` from `ledger` where `ledger`\.`at` >= \? order by `ledger`\.`at` limit \? offset \?$/,
    why: 'The follower finds where a bounded stretch of entries ends, along the index of times.',
  },
  {
    statement:
      /^select `user_id`, max\(`seq`\) from `ledger` where \(?`ledger`\.`at` >= \?( and `ledger`\.`at` < \?\))? group by `ledger`\.`user_id`$/,
    why: 'The follower finds whose entries are in that stretch.',
  },
  {
    statement:
      /^select [^;]* from `(stream_positions|inquiries|alerts)` where `\1`\.`(next_expiry_at|due_at|mail_due_at)` <= \? order by `\1`\.`\2` limit \?$/,
    why: 'The follower finds whose hold, inquiry or mail is due, along an index.',
  },
  {
    statement:
      /^select `user_id`, `operation_id` from `operations` where \(\(`operations`\.`result_expires_at` >= \? and `operations`\.`result_expires_at` <= \?\) and `operations`\.`result` is not null\) order by `operations`\.`result_expires_at` limit \?$/,
    why: 'The follower finds whose answers are no longer kept, along an index.',
  },
  {
    statement:
      /^select `user_id` from `tombstones` where `tombstones`\.`erased_at` (is null|> \?) order by `tombstones`\.`(user_id|erased_at)` asc limit \?$/,
    why: 'The follower finds whom it has yet to erase, and whom it erased a moment ago, along an index.',
  },
  {
    statement:
      /^select `user_id` from `(ledger|stream_positions)` where `\1`\.`user_id` > \? order by `\1`\.`user_id` asc limit \?$/,
    why: 'An audit of everybody walks over the users by their key.',
  },
  { statement: /^(begin|commit|rollback)$/i, why: 'They are on no table: what is between them is checked.' },
];

export function isException(statement: string): boolean {
  return EXCEPTIONS.some((exception) => exception.statement.test(statement));
}
