'use client';

import { Box, Burger, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, type ReactNode } from 'react';
import { AnnounceArrivals } from '../notifications/announce-arrivals.tsx';
import { Bell } from '../notifications/bell.tsx';
import { BellLink } from '../notifications/bell-link.tsx';
import { usePreferences } from '../preferences/use-preferences.tsx';
import { useHearChanges } from '../sync/use-changes.ts';
import { useSamePerson } from '../sync/use-same-person.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { Logo } from '../ui/logo.tsx';
import { NearestLimit } from '../usage/nearest-limit.tsx';
import { UsagePanel } from '../usage/usage-panel.tsx';
import { AccountSection } from './account-section.tsx';
import classes from './app-frame.module.css';
import { FoldButton } from './fold-button.tsx';
import { Navigation } from './navigation.tsx';
import { SimulatedNote } from './simulated-note.tsx';

/** By which react-remove-scroll moves what is fixed on the right while a dialog hides the scroll bar. */
const KEPT_IN_PLACE = 'right-scroll-bar-position';

/**
 * What stands around every page of a person: where they can go, and what they have used. The frame of the library would
 * take 8 kB of every first load.
 */
export function AppFrame({ children }: { children: ReactNode }) {
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const { isFolded } = usePreferences().preferences;
  const pathname = usePathname();
  useEffect(close, [pathname, close]);
  useHearChanges();
  useSamePerson();
  return (
    <>
      <header className={`${classes['header']} ${KEPT_IN_PLACE}`}>
        <Group h="100%" justify="space-between" wrap="nowrap" gap="sm">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={isOpen}
              onClick={toggle}
              hiddenFrom="md"
              size="sm"
              aria-label={isOpen ? 'Close navigation' : 'Open navigation'}
              aria-expanded={isOpen}
            />
            <FoldButton />
            <Link href="/resumes" style={{ color: 'inherit', textDecoration: 'none' }}>
              <Logo />
            </Link>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <NearestLimit isAlwaysShown={isFolded} />
            <Box visibleFrom="md">
              <Bell />
            </Box>
            <Box hiddenFrom="md">
              <BellLink />
            </Box>
          </Group>
          <AnnounceArrivals />
        </Group>
      </header>
      <nav
        aria-label="Main"
        className={classes['sidebar']}
        data-open={isOpen || undefined}
        data-folded={isFolded || undefined}
      >
        <div>
          <Navigation />
        </div>
        <div className={classes['usage']}>
          <Stack component="section" aria-label="Usage" gap="md" pr="xs" pb="md">
            <UsagePanel />
            <LinkButton href="/billing" variant="light" fullWidth>
              Show Billing
            </LinkButton>
          </Stack>
        </div>
        <div>
          <AccountSection />
          <SimulatedNote />
        </div>
      </nav>
      <main className={classes['main']} data-beside-folded={isFolded || undefined}>
        <div style={{ maxWidth: '72rem', marginInline: 'auto' }}>{children}</div>
      </main>
    </>
  );
}
