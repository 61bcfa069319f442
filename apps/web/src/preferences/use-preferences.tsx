'use client';

import { createContext, use, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { hearTabs, tellTabs } from '../sync/tabs.ts';
import {
  DEFAULT_PREFERENCES,
  PREFERENCES_COOKIE,
  readPreferences,
  writePreferences,
  type Preferences,
} from './preferences.ts';

interface Chosen {
  preferences: Preferences;
  choose: (changes: Partial<Preferences>) => void;
}

const PreferencesContext = createContext<Chosen>({ preferences: DEFAULT_PREFERENCES, choose: () => {} });

/** What the person chose for this browser, and a way to choose otherwise: for all of its tabs. */
export function usePreferences(): Chosen {
  return use(PreferencesContext);
}

/**
 * Begins with what the server read, so that the first paint is as it was chosen, and goes on with what the cookie says:
 * another tab may have changed it before this one could hear of it.
 */
export function PreferencesProvider({ initial, children }: { initial: Preferences; children: ReactNode }) {
  const text = useSyncExternalStore(subscribe, readText, () => writePreferences(initial));
  const chosen = useMemo(() => ({ preferences: readPreferences(text), choose }), [text]);
  return <PreferencesContext value={chosen}>{children}</PreferencesContext>;
}

const listeners = new Set<() => void>();

function choose(changes: Partial<Preferences>): void {
  writeCookie({ ...readCookie(), ...changes });
  for (const listener of listeners) listener();
  tellTabs('preferences');
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  const stopHearing = hearTabs((change) => {
    if (change === 'preferences') listener();
  });
  return () => {
    listeners.delete(listener);
    stopHearing();
  };
}

/** The same text for the same preferences, however the cookie is written. */
function readText(): string {
  return writePreferences(readCookie());
}

const YEAR_S = 365 * 24 * 60 * 60;

function writeCookie(preferences: Preferences): void {
  const security = window.location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${PREFERENCES_COOKIE}=${writePreferences(preferences)}; path=/; max-age=${YEAR_S}; samesite=lax${security}`;
}

function readCookie(): Preferences {
  const start = `${PREFERENCES_COOKIE}=`;
  const found = document.cookie.split('; ').find((cookie) => cookie.startsWith(start));
  return readPreferences(found?.slice(start.length));
}
