import { ActionIcon, CopyButton, Group, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { Panel } from '../ui/panel.tsx';
import classes from './unplaced-panel.module.css';

/** What of a file's text the reading has no place for. */
export function UnplacedPanel({ texts }: { texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <Panel title="Not placed" description="Copy what you need." className={classes['panel']}>
      <ul className={classes['list']} tabIndex={0} aria-label="Text that was not placed">
        {texts.map((text, place) => (
          <Group key={place} component="li" justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
            <Text size="sm">{text}</Text>
            <CopyButton value={text}>
              {({ copied, copy }) => (
                <ActionIcon
                  variant="subtle"
                  color={copied ? 'pine' : 'gray'}
                  onClick={copy}
                  aria-label={copied ? 'Copied' : `Copy “${text}”`}
                >
                  {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
                </ActionIcon>
              )}
            </CopyButton>
          </Group>
        ))}
      </ul>
    </Panel>
  );
}
