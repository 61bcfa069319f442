export { affectedRows } from './affected-rows.ts';
export { connect } from './client.ts';
export type { ConnectOptions, Connection, Database } from './connection.ts';
export { createId } from './create-id.ts';
export { isMigrated } from './is-migrated.ts';
export {
  accounts,
  alerts,
  alertSettings,
  clerkEndedSessions,
  clerkUsers,
  denials,
  documents,
  inquiries,
  ledger,
  ledgerNotes,
  operationChoices,
  operations,
  prices,
  resumes,
  sessions,
  signInAttempts,
  streamPositions,
  tombstones,
  usageDaily,
  usageDimensions,
  usageMonths,
  usageQuarters,
  watermarks,
} from './schema/index.ts';
