'use client';

import { useSyncExternalStore } from 'react';

const NEVER_CHANGES = () => () => {};

/** Whether the page listens. What is put into one of its controls before would be lost, or not be what it shows. */
export function useIsHeard(): boolean {
  return useSyncExternalStore(
    NEVER_CHANGES,
    () => true,
    () => false,
  );
}
