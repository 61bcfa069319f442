import { Container, Group, Stack, Text, Title } from '@mantine/core';
import { AppLink } from '../ui/app-link.tsx';
import { Logo } from '../ui/logo.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import type { GalleryState } from './gallery-file.ts';
import classes from './gallery-index.module.css';
import { SCREEN_TITLES, screenHref, SCREENS } from './screens.ts';

interface GalleryIndexProps {
  states: readonly Pick<GalleryState, 'name' | 'title' | 'about'>[];
}

/** Every state by its name, with the screens that it is shown on. */
export function GalleryIndex({ states }: GalleryIndexProps) {
  return (
    <Container component="main" size="md" py={{ base: 'xl', sm: 48 }}>
      <Stack gap="lg">
        <Logo />
        <PageHeader
          title="Gallery"
          description="The screens of usage in every state that usage can be in. Nobody's numbers are here: the rules of the ledger made them of calls that were never made."
        />
        <ul className={classes['states']}>
          {states.map(({ name, title, about }) => (
            <li key={name} className={classes['state']}>
              <div>
                <Title order={2}>{title}</Title>
                <Text size="sm" c="dimmed">
                  {about}
                </Text>
              </div>
              <Group gap="sm">
                {SCREENS.map((screen) => (
                  <AppLink
                    key={screen}
                    href={screenHref(name, screen)}
                    size="sm"
                    aria-label={`${title}: ${SCREEN_TITLES[screen]}`}
                  >
                    {SCREEN_TITLES[screen]}
                  </AppLink>
                ))}
              </Group>
            </li>
          ))}
        </ul>
      </Stack>
    </Container>
  );
}
