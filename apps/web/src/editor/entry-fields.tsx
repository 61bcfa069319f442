import { Button } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { setText, type Change, type Place } from './change-draft.ts';
import type { DraftEntry } from './draft.ts';
import classes from './entry-fields.module.css';
import { fieldId, focusElement } from './field-id.ts';
import { FieldInput } from './field-input.tsx';
import type { Section } from './sections.ts';

interface EntryFieldsProps {
  section: Section;
  entry: DraftEntry;
  /** By the id of the field. */
  errors: ReadonlyMap<string, string>;
  onChange: (change: Change) => void;
}

/** The fields of an entry. Rare ones that are empty wait behind a button. */
export function EntryFields({ section, entry, errors, onChange }: EntryFieldsProps) {
  const place: Place = { section: section.name, entryId: entry.id };
  // Decided once, so that a field does not go while its text is typed anew.
  const [hidden, setHidden] = useState(() => rareAndEmpty(section, entry));
  const [firstHidden] = hidden;
  const showAll = () => {
    flushSync(() => setHidden([]));
    if (firstHidden !== undefined) focusElement(fieldId(place, firstHidden));
  };
  return (
    <>
      <div className={classes['fields']}>
        {Object.entries(section.fields).map(([name, field]) => {
          const id = fieldId(place, name);
          const text = entry.texts[name] ?? '';
          if (hidden.includes(name) && text === '') return null;
          return (
            <div key={name} data-kind={field.kind}>
              <FieldInput
                id={id}
                field={field}
                text={text}
                error={errors.get(id)}
                onText={(typed) => onChange(setText(place, name, typed))}
              />
            </div>
          );
        })}
      </div>
      {firstHidden !== undefined && (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconChevronDown size={14} aria-hidden />}
            onClick={showAll}
          >
            {hidden.map((name) => section.fields[name]?.label).join(', ')}
          </Button>
        </div>
      )}
    </>
  );
}

function rareAndEmpty({ fields }: Section, { texts }: DraftEntry): string[] {
  return Object.entries(fields).flatMap(([name, { isRare }]) =>
    isRare === true && (texts[name] ?? '') === '' ? [name] : [],
  );
}
