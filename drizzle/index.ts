export { affectedRows } from './affected-rows.ts';
export { connect } from './client.ts';
export type { ConnectOptions, Connection, Database } from './connection.ts';
export { createId } from './create-id.ts';
export { isMigrated } from './is-migrated.ts';
export {
  accounts,
  clerkEndedSessions,
  clerkUsers,
  documents,
  ledger,
  operations,
  prices,
  resumes,
  sessions,
  signInAttempts,
} from './schema/index.ts';
