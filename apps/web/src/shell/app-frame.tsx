'use client';

import { AppShell, Burger, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, type ReactNode } from 'react';
import { useHearChanges } from '../sync/use-changes.ts';
import { useSamePerson } from '../sync/use-same-person.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { Logo } from '../ui/logo.tsx';
import { NearestLimit } from '../usage/nearest-limit.tsx';
import { UsagePanel } from '../usage/usage-panel.tsx';
import { AccountSection } from './account-section.tsx';
import { Navigation } from './navigation.tsx';
import { SimulatedNote } from './simulated-note.tsx';

const SIDEBAR = { width: 288, breakpoint: 'md' } as const;

/** What stands around every page of a person: where they can go, and what they have used. */
export function AppFrame({ children }: { children: ReactNode }) {
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const pathname = usePathname();
  useEffect(close, [pathname, close]);
  useHearChanges();
  useSamePerson();
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ ...SIDEBAR, collapsed: { mobile: !isOpen } }}
      padding={{ base: 'md', sm: 'xl' }}
    >
      <AppShell.Header px={{ base: 'sm', sm: 'md' }}>
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
            <Link href="/resumes" style={{ color: 'inherit', textDecoration: 'none' }}>
              <Logo />
            </Link>
          </Group>
          <NearestLimit />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="md" aria-label="Main">
        <AppShell.Section>
          <Navigation />
        </AppShell.Section>
        <AppShell.Section grow mt="lg" style={{ overflowY: 'auto' }}>
          <Stack component="section" aria-label="Usage" gap="md" pr="xs" pb="md">
            <UsagePanel />
            <LinkButton href="/billing" variant="light" fullWidth>
              Show Billing
            </LinkButton>
          </Stack>
        </AppShell.Section>
        <AppShell.Section>
          <AccountSection />
          <SimulatedNote />
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main>
        <div style={{ maxWidth: '72rem', marginInline: 'auto' }}>{children}</div>
      </AppShell.Main>
    </AppShell>
  );
}
