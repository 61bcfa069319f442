export type { Auth, Identity, PasswordChange, PasswordSignIn, Session } from './auth.ts';
