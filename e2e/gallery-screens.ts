import { STATE_NAMES } from '@resumint/gallery';

/** The screens that the gallery shows in each state. */
export const GALLERY_SCREENS = [
  'billing',
  'call',
  'activity',
  'analytics',
  'insights',
  'limits',
  'notifications',
] as const;

export function galleryPath(state: string, screen: string): string {
  return `/gallery/${state}?screen=${screen}`;
}

/** Every screen in every state, by a name and its path. */
export function allOfGallery(): { name: string; path: string }[] {
  return STATE_NAMES.flatMap((state) =>
    GALLERY_SCREENS.map((screen) => ({ name: `${state}-${screen}`, path: galleryPath(state, screen) })),
  );
}
