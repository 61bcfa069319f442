import type { PageName } from '../pages.ts';
import type { Viewer } from './viewers.ts';

export interface Screen {
  name: string;
  page: PageName;
  viewer: Viewer;
}

/** Every page, and those that show usage in each state that usage can be in. */
export const SCREENS: Screen[] = [
  { name: 'home', page: 'home', viewer: 'nobody' },
  { name: 'sign-in', page: 'sign-in', viewer: 'nobody' },
  { name: 'sign-up', page: 'sign-up', viewer: 'nobody' },
  { name: 'home-signed-in', page: 'home', viewer: 'demo' },
  { name: 'resumes', page: 'resumes', viewer: 'demo' },
  { name: 'resumes-empty', page: 'resumes', viewer: 'newcomer' },
  { name: 'resume', page: 'resume', viewer: 'demo' },
  { name: 'resume-near-limit', page: 'resume', viewer: 'nearLimit' },
  { name: 'resume-at-limit', page: 'resume', viewer: 'atLimit' },
  { name: 'import', page: 'import', viewer: 'demo' },
  { name: 'import-near-limit', page: 'import', viewer: 'nearLimit' },
  { name: 'import-at-limit', page: 'import', viewer: 'atLimit' },
  { name: 'billing', page: 'billing', viewer: 'demo' },
  { name: 'billing-empty', page: 'billing', viewer: 'newcomer' },
  { name: 'billing-near-limit', page: 'billing', viewer: 'nearLimit' },
  { name: 'billing-at-limit', page: 'billing', viewer: 'atLimit' },
  { name: 'activity', page: 'activity', viewer: 'demo' },
  { name: 'activity-empty', page: 'activity', viewer: 'newcomer' },
  { name: 'activity-at-limit', page: 'activity', viewer: 'atLimit' },
  { name: 'analytics', page: 'analytics', viewer: 'demo' },
  { name: 'analytics-empty', page: 'analytics', viewer: 'newcomer' },
  { name: 'analytics-at-limit', page: 'analytics', viewer: 'atLimit' },
  { name: 'receipt', page: 'receipt', viewer: 'atLimit' },
  { name: 'insights', page: 'insights', viewer: 'habitual' },
  { name: 'insights-empty', page: 'insights', viewer: 'newcomer' },
  { name: 'insights-at-limit', page: 'insights', viewer: 'atLimit' },
  { name: 'limits', page: 'limits', viewer: 'demo' },
  { name: 'limits-at-limit', page: 'limits', viewer: 'atLimit' },
  { name: 'notifications', page: 'notifications', viewer: 'demo' },
  { name: 'notifications-empty', page: 'notifications', viewer: 'newcomer' },
  { name: 'settings', page: 'settings', viewer: 'demo' },
];

/** Those that the README shows. */
export const README_SCREENS = ['resume', 'billing', 'import-at-limit'];

/** The screens of these names. Throws on a name that no screen has. */
export function screensNamed(names: string[]): Screen[] {
  return names.map((name) => {
    const screen = SCREENS.find((candidate) => candidate.name === name);
    if (screen) return screen;
    throw new Error(
      `There is no screen ${name}. There are: ${SCREENS.map((known) => known.name).join(', ')}`,
    );
  });
}
