export { accounts, sessions, signInAttempts } from './accounts.ts';
export { clerkEndedSessions, clerkUsers } from './clerk.ts';
export { ledger } from './ledger.ts';
export { operations } from './operations.ts';
export { prices } from './prices.ts';
export { documents, resumes } from './resumes.ts';
