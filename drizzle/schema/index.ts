export { accounts, sessions, signInAttempts } from './accounts.ts';
export { alerts, alertSettings } from './alerts.ts';
export { operationChoices } from './choices.ts';
export { clerkEndedSessions, clerkUsers } from './clerk.ts';
export { tombstones } from './erasures.ts';
export {
  denials,
  inquiries,
  streamPositions,
  usageDaily,
  usageDimensions,
  usageMonths,
  usageQuarters,
  watermarks,
} from './follower.ts';
export { ledger } from './ledger.ts';
export { ledgerNotes } from './notes.ts';
export { operations } from './operations.ts';
export { prices } from './prices.ts';
export { documents, resumes } from './resumes.ts';
