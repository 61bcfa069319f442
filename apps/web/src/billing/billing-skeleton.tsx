import { SimpleGrid, Skeleton, Stack } from '@mantine/core';

export function BillingSkeleton() {
  return (
    <Stack gap="lg" aria-busy aria-label="Usage is being read">
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        <Skeleton height={300} radius="lg" />
        <Skeleton height={300} radius="lg" />
      </SimpleGrid>
      <Skeleton height={360} radius="lg" />
    </Stack>
  );
}
