import { Text } from '@mantine/core';
import { Notice } from '../ui/notice.tsx';

/** In place of a price, while the limits cannot be read. */
export function Unverifiable() {
  return (
    <Notice kind="warning" title="Your limits cannot be verified right now">
      <Text size="sm">
        So no AI call is made, and nothing was spent. This works again by itself as soon as they can be.
      </Text>
    </Notice>
  );
}
