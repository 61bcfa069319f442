export interface Credentials {
  email: string;
  password: string;
}

const maxEmailLength = 254;
const passwordLength = { min: 10, max: 200 };

/** Null where no account can have such an email or password. */
export function normalizeCredentials({ email, password }: Credentials): Credentials | null {
  if (email.length > 2 * maxEmailLength || !isAllowedPassword(password)) return null;
  const normalizedEmail = normalizeEmail(email);
  const isEmail = /^[^\s@]+@[^\s@]+$/.test(normalizedEmail) && normalizedEmail.length <= maxEmailLength;
  return isEmail ? { email: normalizedEmail, password } : null;
}

export function isAllowedPassword({ length }: string): boolean {
  return length >= passwordLength.min && length <= passwordLength.max;
}

export function normalizeEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}
