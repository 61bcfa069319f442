import { Group, Paper, Stack, Text } from '@mantine/core';
import { AppLink } from '../ui/app-link.tsx';
import type { GalleryState } from './gallery-file.ts';
import { SCREEN_TITLES, screenHref, SCREENS, type Screen } from './screens.ts';

interface GalleryBarProps {
  state: Pick<GalleryState, 'name' | 'title' | 'about'>;
  screen: Screen;
}

/** What is shown here, and the way to the rest of the gallery. It is no part of the product's screens. */
export function GalleryBar({ state, screen }: GalleryBarProps) {
  return (
    <Paper component="nav" aria-label="Gallery" px="md" py="sm" mb="lg" style={{ borderStyle: 'dashed' }}>
      <Stack gap={4}>
        <Text size="sm">
          <strong>{state.title}.</strong> {state.about}
        </Text>
        <Group gap="4px 16px" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
          <li>
            <AppLink href="/gallery" size="sm">
              All states
            </AppLink>
          </li>
          {SCREENS.map((other) => (
            <li key={other}>
              <AppLink
                href={screenHref(state.name, other)}
                size="sm"
                {...(other === screen && { 'aria-current': 'page', fw: 600 })}
              >
                {SCREEN_TITLES[other]}
              </AppLink>
            </li>
          ))}
        </Group>
      </Stack>
    </Paper>
  );
}
