'use client';

import { ActionIcon } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { usePreferences } from '../preferences/use-preferences.tsx';

/** Folds the sidebar away where it stands beside the page, and brings it back. Kept in this browser. */
export function FoldButton() {
  const { preferences, choose } = usePreferences();
  const { isFolded } = preferences;
  const Icon = isFolded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      visibleFrom="md"
      aria-label={isFolded ? 'Show the sidebar' : 'Fold the sidebar away'}
      aria-expanded={!isFolded}
      onClick={() => choose({ isFolded: !isFolded })}
    >
      <Icon size={20} aria-hidden />
    </ActionIcon>
  );
}
