export { normalizeEmail } from './credentials.ts';
export { hashPassword } from './hash-password.ts';
export { createPasswordSignIn } from './password-sign-in.ts';
export type { PasswordSignInOptions } from './password-sign-in.ts';
