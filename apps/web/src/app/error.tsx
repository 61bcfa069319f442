'use client';

import { Button, Center, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { Notice } from '../ui/notice.tsx';

const AGAIN_MS = 5_000;

/** In place of a page that could not be rendered, which is mostly a database that is away. Goes on by itself. */
export default function PageFailure({ retry }: { retry: () => void }) {
  useEffect(() => {
    const timer = setInterval(retry, AGAIN_MS);
    return () => clearInterval(timer);
  }, [retry]);
  return (
    <Center mih="60dvh" p="md" component="main">
      <Notice kind="failure" title="This page cannot be shown right now" maw={480}>
        <Stack gap="sm" align="flex-start">
          <Text size="sm">
            Our database does not answer. Nothing was lost or spent. This page tries again by itself.
          </Text>
          <Button size="xs" variant="default" onClick={retry}>
            Try again now
          </Button>
        </Stack>
      </Notice>
    </Center>
  );
}
