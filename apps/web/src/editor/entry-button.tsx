import { ActionIcon } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import classes from './entry-editor.module.css';

interface EntryButtonProps {
  id?: string | undefined;
  label: string;
  Icon: Icon;
  /** Has nothing to do; still takes the keyboard, which would be lost at the end of a list otherwise. */
  isOff?: boolean;
  onPress: () => void;
}

export function EntryButton({ id, label, Icon, isOff = false, onPress }: EntryButtonProps) {
  return (
    <ActionIcon
      id={id}
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={label}
      title={label}
      aria-disabled={isOff}
      className={classes['button']}
      {...(!isOff && { onClick: onPress })}
    >
      <Icon size={17} aria-hidden />
    </ActionIcon>
  );
}
