export interface Credentials {
  email: string;
  password: string;
}

const maxEmailLength = 254;
const passwordLength = { min: 10, max: 200 };

/** Null where no account can have such an email or password. */
export function normalizeCredentials({ email, password }: Credentials): Credentials | null {
  if (email.length > 2 * maxEmailLength || password.length > passwordLength.max) return null;
  const normalizedEmail = normalizeEmail(email);
  const isEmail = /^[^\s@]+@[^\s@]+$/.test(normalizedEmail) && normalizedEmail.length <= maxEmailLength;
  if (!isEmail || password.length < passwordLength.min) return null;
  return { email: normalizedEmail, password };
}

export function normalizeEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}
