export { createClerkAuth, type ClerkAuthOptions } from './clerk-auth.ts';
export type { ClerkAuthStore, ClerkUser } from './store.ts';
