import { Button, Stack, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { flushSync } from 'react-dom';
import { Panel } from '../ui/panel.tsx';
import { removeSection, type Change } from './change-draft.ts';
import type { DraftEntry } from './draft.ts';
import { EntryEditor } from './entry-editor.tsx';
import { EntryFields } from './entry-fields.tsx';
import { fieldId, focusElement, sectionId } from './field-id.ts';
import { RemovedEntry } from './removed-entry.tsx';
import type { Section } from './sections.ts';

interface SectionEditorProps {
  section: Section;
  entries: readonly DraftEntry[];
  errors: ReadonlyMap<string, string>;
  onChange: (change: Change) => void;
  onAdd: (section: Section) => void;
}

/** One section with all of its entries. Drawn anew only when one of them changes. */
export const SectionEditor = memo(function SectionEditor(props: SectionEditorProps) {
  const { section, entries, errors, onChange, onAdd } = props;
  const [told, tell] = useState('');
  const id = sectionId(section.name);
  const error = errors.get(id);
  const kept = entries.filter(({ isRemoved }) => isRemoved !== true);
  const removeAll = () => {
    flushSync(() => onChange(removeSection(section.name)));
    focusElement(fieldId({ section: section.name, entryId: kept[0]?.id ?? '' }, 'put-back'));
  };
  return (
    <Panel
      id={id}
      tabIndex={-1}
      title={section.title}
      description={error && `This section ${error}.`}
      aside={
        section.noun !== null &&
        kept.length > 1 && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-label={`Remove all of ${section.title}`}
            onClick={removeAll}
          >
            Remove all
          </Button>
        )
      }
    >
      <Stack gap="md">
        {entries.map((entry) => {
          const shared = { section, entry, onChange };
          if (entry.isRemoved === true) return <RemovedEntry key={entry.id} {...shared} />;
          if (section.noun === null) return <EntryFields key={entry.id} {...shared} errors={errors} />;
          return (
            <EntryEditor
              key={entry.id}
              {...shared}
              errors={errors}
              onTell={tell}
              isFirst={entry === entries[0]}
              isLast={entry === entries.at(-1)}
            />
          );
        })}
      </Stack>
      {section.noun !== null && (
        <div>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onAdd(section)}
          >
            {addLabel(section)}
          </Button>
          <VisuallyHidden role="status">{told}</VisuallyHidden>
        </div>
      )}
    </Panel>
  );
});

function addLabel({ noun }: Section): string {
  return `Add ${noun !== null && /^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
