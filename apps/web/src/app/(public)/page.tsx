import { Container, Group, List, ListItem, Stack, Text, Title } from '@mantine/core';
import { redirect } from 'next/navigation';
import { isSignedIn } from '../../server/session.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Logo } from '../../ui/logo.tsx';

const PROMISES = [
  ['Priced first.', 'Every AI button says what it costs, at most, before you press it.'],
  ['Limits that hold.', 'A day and a month in tokens and in dollars. No tab, retry or crash gets past them.'],
  [
    'Charged as used.',
    'What the model reports is what you pay. Where nothing was spent, nothing is charged.',
  ],
  ['Works without AI.', 'Reading, editing and saving resumes never needs a token.'],
];

export default async function Landing() {
  if (await isSignedIn()) redirect('/resumes');
  return (
    <Container component="main" size="sm" py={{ base: 48, sm: 96 }}>
      <Stack gap="xl">
        <Logo />
        <Stack gap="sm">
          <Title order={1} fz={{ base: '2rem', sm: '2.75rem' }} lh={1.15}>
            Resumes with AI, without a surprise on the bill.
          </Title>
          <Text size="lg" c="dimmed" maw="36rem">
            Upload a resume, and get it back as clean, structured text with a summary that says only what is
            true. You see each price before, and each charge after.
          </Text>
        </Stack>
        <Group>
          <LinkButton href="/sign-up" size="md">
            Create a free account
          </LinkButton>
          <LinkButton href="/sign-in" size="md" variant="default">
            Sign in
          </LinkButton>
        </Group>
        <List spacing="sm" listStyleType="none">
          {PROMISES.map(([title, text]) => (
            <ListItem key={title}>
              <strong>{title}</strong> {text}
            </ListItem>
          ))}
        </List>
      </Stack>
    </Container>
  );
}
