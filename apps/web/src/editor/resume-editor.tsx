'use client';

import { Stack } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { flushSync } from 'react-dom';
import { AddSection } from './add-section.tsx';
import { addEntry, type Change } from './change-draft.ts';
import type { Draft } from './draft.ts';
import { fieldId, focusElement } from './field-id.ts';
import type { FieldError } from './find-errors.ts';
import { SectionEditor } from './section-editor.tsx';
import { SECTIONS, type Section } from './sections.ts';

interface ResumeEditorProps {
  value: Draft;
  onChange: (change: Change) => void;
  errors: readonly FieldError[];
}

/** Every field of every section of a resume. Sections with nothing in them wait at the end. */
export function ResumeEditor({ value, onChange, errors }: ResumeEditorProps) {
  const messages = useMemo(() => new Map(errors.map(({ id, message }) => [id, message])), [errors]);
  const add = useCallback(
    (section: Section) => {
      const place = { section: section.name, entryId: crypto.randomUUID() };
      flushSync(() => onChange(addEntry(place)));
      focusElement(fieldId(place, Object.keys(section.fields)[0] ?? ''));
    },
    [onChange],
  );
  const entriesOf = ({ name }: Section) => value[name] ?? [];
  return (
    <Stack gap="lg">
      {SECTIONS.filter((section) => entriesOf(section).length > 0).map((section) => (
        <SectionEditor
          key={section.name}
          section={section}
          entries={entriesOf(section)}
          errors={messages}
          onChange={onChange}
          onAdd={add}
        />
      ))}
      <AddSection sections={SECTIONS.filter((section) => entriesOf(section).length === 0)} onAdd={add} />
    </Stack>
  );
}
