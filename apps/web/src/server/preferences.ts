import 'server-only';
import { cookies } from 'next/headers';
import { PREFERENCES_COOKIE, readPreferences, type Preferences } from '../preferences/preferences.ts';

/** What this browser was told to prefer. */
export async function preferencesOfRequest(): Promise<Preferences> {
  return readPreferences((await cookies()).get(PREFERENCES_COOKIE)?.value);
}
