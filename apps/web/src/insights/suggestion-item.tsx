import { Badge, Button, Group, Text, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { explain } from '../ui/explain.ts';
import { Notice } from '../ui/notice.tsx';
import classes from './suggestions.module.css';
import { useSuggestion } from './use-suggestion.ts';

interface SuggestionItemProps {
  id: string;
  title: string;
  isApplied: boolean;
  children: ReactNode;
}

/** Something that is applied in one press, and undone in another. */
export function SuggestionItem({ id, title, isApplied, children }: SuggestionItemProps) {
  const { press, isPending, error, button } = useSuggestion(id, isApplied);
  return (
    <li className={classes['item']}>
      <Group justify="space-between" align="flex-start" gap="sm" wrap="nowrap">
        <Group gap="xs">
          <Title order={3}>{title}</Title>
          {isApplied && (
            <Badge variant="light" tt="none" leftSection={<IconCheck size={12} aria-hidden />}>
              Applied
            </Badge>
          )}
        </Group>
        <Button
          ref={button}
          size="xs"
          flex="none"
          variant={isApplied ? 'default' : 'filled'}
          loading={isPending}
          onClick={press}
          aria-label={`${isApplied ? 'Undo' : 'Apply'}: ${title}`}
        >
          {isApplied ? 'Undo' : 'Apply'}
        </Button>
      </Group>
      {children}
      {error && (
        <Notice kind="failure">
          <Text size="sm">{explain(error)}</Text>
        </Notice>
      )}
    </li>
  );
}
