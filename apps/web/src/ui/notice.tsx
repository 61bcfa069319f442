import { Alert, type AlertProps } from '@mantine/core';
import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react';

const KINDS = {
  info: { color: 'pine', Icon: IconInfoCircle },
  warning: { color: 'orange', Icon: IconAlertTriangle },
  failure: { color: 'red', Icon: IconCircleX },
} as const;

interface NoticeProps extends Omit<AlertProps, 'color' | 'icon'> {
  kind: keyof typeof KINDS;
}

/** Something to know, said where it matters. A failure is read out at once. */
export function Notice({ kind, ...alert }: NoticeProps) {
  const { color, Icon } = KINDS[kind];
  return (
    <Alert
      color={color}
      icon={<Icon aria-hidden />}
      role={kind === 'failure' ? 'alert' : 'status'}
      styles={{
        message: { color: 'var(--mantine-color-text)' },
        title: { color: 'var(--mantine-color-text)' },
      }}
      {...alert}
    />
  );
}
