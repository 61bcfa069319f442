import { SimpleGrid, Skeleton, Stack } from '@mantine/core';

export function BillingSkeleton() {
  return (
    <Stack gap="lg" role="status" aria-busy aria-label="Usage is being read">
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        <Skeleton height={380} radius="lg" />
        <Skeleton height={380} radius="lg" />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        <Skeleton height={230} radius="lg" />
        <Skeleton height={230} radius="lg" />
      </SimpleGrid>
      <Skeleton height={215} radius="lg" />
    </Stack>
  );
}
