import { Button, Group, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { flushSync } from 'react-dom';
import { restoreEntry, type Change, type Place } from './change-draft.ts';
import type { DraftEntry } from './draft.ts';
import classes from './entry-editor.module.css';
import { entryTitle } from './entry-title.ts';
import { fieldId, focusElement } from './field-id.ts';
import type { Section } from './sections.ts';

interface RemovedEntryProps {
  section: Section;
  entry: DraftEntry;
  onChange: (change: Change) => void;
}

/** Where an entry was that will not be saved. It can be put back as it was until then. */
export function RemovedEntry({ section, entry, onChange }: RemovedEntryProps) {
  const place: Place = { section: section.name, entryId: entry.id };
  const title = entryTitle(section, entry);
  const putBack = () => {
    flushSync(() => onChange(restoreEntry(place)));
    focusElement(fieldId(place, Object.keys(section.fields)[0] ?? ''));
  };
  return (
    <Group justify="space-between" gap="xs" className={classes['removed']}>
      <Text size="sm" c="dimmed">
        Removed: {title}
      </Text>
      <Button
        id={fieldId(place, 'put-back')}
        variant="default"
        size="compact-sm"
        leftSection={<IconArrowBackUp size={14} aria-hidden />}
        aria-label={`Put ${title} back`}
        onClick={putBack}
      >
        Put back
      </Button>
    </Group>
  );
}
