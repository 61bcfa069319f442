import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { useMounted } from '@mantine/hooks';

/** A select that the page listens to. What is chosen before it can listen would be lost, so until then nothing can be. */
export function HeardSelect(props: NativeSelectProps) {
  const isMounted = useMounted();
  return <NativeSelect {...props} disabled={!isMounted} />;
}
