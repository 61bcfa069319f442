'use client';

import { Box, Center, Skeleton, Stack } from '@mantine/core';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { Logo } from '../ui/logo.tsx';

// In the browser alone: Clerk's script may be there before React is, and would draw what the server has not.
const ClerkForm = dynamic(() => import('./clerk-form.tsx'), {
  ssr: false,
  loading: () => <Skeleton w="25rem" maw="100%" h="20rem" radius="lg" />,
});

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
