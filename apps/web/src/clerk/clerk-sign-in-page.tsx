'use client';

import { Box, Center, Stack } from '@mantine/core';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { Logo } from '../ui/logo.tsx';

const ClerkForm = dynamic(() => import('./clerk-form.tsx'));

interface ClerkSignInPageProps {
  kind: 'signIn' | 'signUp';
  /** A path of this app. */
  next: string;
}

export function ClerkSignInPage({ kind, next }: ClerkSignInPageProps) {
  return (
    <Center mih="100dvh" p="md" component="main">
      <Stack gap="lg">
        <Box mx="auto">
          <Link href="/" style={{ color: 'inherit', textDecoration: 'none' }}>
            <Logo />
          </Link>
        </Box>
        <ClerkForm kind={kind} next={next} />
      </Stack>
    </Center>
  );
}
