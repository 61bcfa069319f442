import { Center, Stack, Text, Title } from '@mantine/core';
import { AppLink } from '../ui/app-link.tsx';

export default function NotFound() {
  return (
    <Center mih="60dvh" p="md" component="main">
      <Stack gap="xs" align="center" ta="center">
        <Title order={1}>Nothing here</Title>
        <Text c="dimmed">There is no such page, or it is not yours.</Text>
        <AppLink href="/resumes">Go to your resumes</AppLink>
      </Stack>
    </Center>
  );
}
