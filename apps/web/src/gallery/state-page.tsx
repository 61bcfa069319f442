'use client';

import { AppFrame } from '../shell/app-frame.tsx';
import { PreferencesProvider } from '../preferences/use-preferences.tsx';
import type { Preferences } from '../preferences/preferences.ts';
import { NowProvider } from '../usage/use-now.tsx';
import { GalleryBar } from './gallery-bar.tsx';
import type { Gallery, GalleryState } from './gallery-file.ts';
import type { Screen } from './screens.ts';
import { StateProvider } from './state-provider.tsx';
import { StateScreen } from './state-screen.tsx';

interface StatePageProps extends Pick<Gallery, 'failure' | 'resumeId'> {
  state: GalleryState;
  screen: Screen;
  preferences: Preferences;
}

/** A screen of the product in a state, with all that stands around it. */
export function StatePage({ state, screen, failure, resumeId, preferences }: StatePageProps) {
  return (
    <StateProvider state={state} failure={failure}>
      <PreferencesProvider initial={preferences}>
        <NowProvider>
          <AppFrame>
            <GalleryBar state={state} screen={screen} />
            <StateScreen screen={screen} resumeId={resumeId} />
          </AppFrame>
        </NowProvider>
      </PreferencesProvider>
    </StateProvider>
  );
}
