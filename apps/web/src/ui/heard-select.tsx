import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { useIsHeard } from './use-is-heard.ts';

/** A select in which nothing can be chosen until the page listens. */
export function HeardSelect(props: NativeSelectProps) {
  return <NativeSelect {...props} disabled={!useIsHeard()} />;
}
