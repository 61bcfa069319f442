import { Box, Center, Paper, Stack, Text, Title } from '@mantine/core';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Logo } from '../ui/logo.tsx';

interface SignInPageProps {
  title: string;
  description: string;
  children: ReactNode;
  footer: ReactNode;
}

export function SignInPage({ title, description, children, footer }: SignInPageProps) {
  return (
    <Center mih="100dvh" p="md" component="main">
      <Stack w="100%" maw="25rem" gap="lg">
        <Box mx="auto">
          <Link href="/" style={{ color: 'inherit', textDecoration: 'none' }}>
            <Logo />
          </Link>
        </Box>
        <Paper p="xl" shadow="xs">
          <Stack gap="lg">
            <div>
              <Title order={1}>{title}</Title>
              <Text c="dimmed" mt={4}>
                {description}
              </Text>
            </div>
            {children}
          </Stack>
        </Paper>
        <Text ta="center" size="sm">
          {footer}
        </Text>
      </Stack>
    </Center>
  );
}
