'use client';

import { Group, Paper, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { HeardTextInput } from '../ui/heard-text.tsx';
import classes from './draft-form.module.css';
import { ErrorSummary } from './error-summary.tsx';
import { TITLE_ID } from './field-id.ts';
import { ResumeEditor } from './resume-editor.tsx';
import type { EditedDraft } from './use-draft.ts';

interface DraftFormProps {
  edited: EditedDraft;
  /** Meanwhile nothing can be typed, which would not be in what is saved. */
  isSaving: boolean;
  /** Notices that stand with the buttons, in sight wherever the page is scrolled to. */
  notices?: ReactNode;
  /** Save, and what else there is to do with it. */
  actions: ReactNode;
}

/** A draft with its title, and what is to be done with it always in reach. */
export function DraftForm({ edited, isSaving, notices, actions }: DraftFormProps) {
  const { state, errors, change, setTitle } = edited;
  const titleError = errors.find(({ id }) => id === TITLE_ID);
  return (
    <Stack gap="lg" className={classes['form']}>
      <Stack gap="lg" inert={isSaving}>
        <Paper p={{ base: 'md', sm: 'lg' }}>
          <HeardTextInput
            id={TITLE_ID}
            label="Title"
            description="Only you see it, in your list of resumes."
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autoComplete="off"
            value={state.title}
            onText={setTitle}
            error={titleError && `${titleError.where} ${titleError.message}`}
          />
        </Paper>
        <ResumeEditor key={state.version} value={state.draft} errors={errors} onChange={change} />
      </Stack>
      <div className={classes['bar']}>
        <Stack gap="sm">
          <ErrorSummary errors={errors} />
          {notices}
          <Group gap="sm">{actions}</Group>
        </Stack>
      </div>
    </Stack>
  );
}
