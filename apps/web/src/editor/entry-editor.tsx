import { Group, Stack, Title } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { flushSync } from 'react-dom';
import { moveEntry, removeEntry, type Change, type Place } from './change-draft.ts';
import type { DraftEntry } from './draft.ts';
import { EntryButton } from './entry-button.tsx';
import classes from './entry-editor.module.css';
import { EntryFields } from './entry-fields.tsx';
import { entryTitle } from './entry-title.ts';
import { fieldId, focusElement } from './field-id.ts';
import type { Section } from './sections.ts';

interface EntryEditorProps {
  section: Section;
  entry: DraftEntry;
  isFirst: boolean;
  isLast: boolean;
  errors: ReadonlyMap<string, string>;
  onChange: (change: Change) => void;
  /** Says what happened, to who cannot see it. */
  onTell: (text: string) => void;
}

/** One entry of a list, which can be moved and removed. */
export function EntryEditor(props: EntryEditorProps) {
  const { section, entry, isFirst, isLast, errors, onChange, onTell } = props;
  const place: Place = { section: section.name, entryId: entry.id };
  const [titleId, upId, downId] = ['entry', 'up', 'down'].map((name) => fieldId(place, name));
  const title = entryTitle(section, entry);
  const move = (by: -1 | 1) => {
    flushSync(() => onChange(moveEntry(place, by)));
    // A button that moves with its entry loses the keyboard.
    focusElement(by === -1 ? `${upId}` : `${downId}`);
    onTell(`${title} moved ${by === -1 ? 'up' : 'down'}.`);
  };
  const remove = () => {
    flushSync(() => onChange(removeEntry(place)));
    focusElement(fieldId(place, 'put-back'));
  };
  return (
    <Stack role="group" aria-labelledby={titleId} gap="xs" className={classes['entry']}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
        <Title order={3} id={titleId} pt={4}>
          {title}
        </Title>
        <Group gap={4} wrap="nowrap">
          <EntryButton
            id={upId}
            label={`Move ${title} up`}
            Icon={IconArrowUp}
            isOff={isFirst}
            onPress={() => move(-1)}
          />
          <EntryButton
            id={downId}
            label={`Move ${title} down`}
            Icon={IconArrowDown}
            isOff={isLast}
            onPress={() => move(1)}
          />
          <EntryButton label={`Remove ${title}`} Icon={IconTrash} onPress={remove} />
        </Group>
      </Group>
      <EntryFields section={section} entry={entry} errors={errors} onChange={onChange} />
    </Stack>
  );
}
