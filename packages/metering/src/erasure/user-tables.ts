import {
  accounts,
  alerts,
  alertSettings,
  denials,
  documents,
  inquiries,
  ledger,
  ledgerNotes,
  operationChoices,
  operations,
  resumes,
  sessions,
  streamPositions,
  usageDaily,
  usageDimensions,
  usageMonths,
  usageQuarters,
} from '@resumint/drizzle';

/** Tables that hold a person's rows beside their ledger, in the order in which they are emptied of an erased person. */
export const ERASED_BESIDE_LEDGER = [
  // Whoever signs in meanwhile looks for the account after their session is there.
  accounts,
  sessions,
  documents,
  resumes,
  operations,
  ledgerNotes,
  alerts,
  alertSettings,
  operationChoices,
  inquiries,
  denials,
  usageDaily,
  usageDimensions,
  usageMonths,
  usageQuarters,
  streamPositions,
] as const;

export const ERASED_TABLES = [...ERASED_BESIDE_LEDGER, ledger] as const;

/** Tables with rows of people that stay when a person is erased, each with why. */
export const KEPT_TABLES: Record<string, string> = {
  tombstones: 'what is left of an erased person: an id that means nothing, and totals',
  clerk_users: 'without email, as deleted, so that no late token or event of Clerk makes the person anew',
};
