'use client';

import { Box, Button } from '@mantine/core';
import { readAppError } from '@resumint/client';
import { useEffect } from 'react';
import { DraftForm } from '../editor/draft-form.tsx';
import { toDraft } from '../editor/draft.ts';
import { focusElement, TITLE_ID } from '../editor/field-id.ts';
import { LeaveQuestion } from '../editor/leave-question.tsx';
import { useDraft } from '../editor/use-draft.ts';
import { useLeaveQuestion } from '../editor/use-leave-question.ts';
import { useSaveDraft } from '../editor/use-save-draft.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { ChangedElsewhere } from './changed-elsewhere.tsx';
import type { SavedResume } from './resume.ts';
import { SaveFailure } from './save-failure.tsx';

interface EditResumeProps {
  resume: SavedResume;
  onDone: () => void;
}

/** A resume while it is edited. What other tabs save meanwhile is never replaced unseen. */
export function EditResume({ resume, onDone }: EditResumeProps) {
  const { resumeId, documentId } = resume;
  const edited = useDraft(`resume:${resumeId}`, () => ({
    title: resume.title,
    draft: toDraft(resume.content),
    from: resume.updatedAt.toISOString(),
  }));
  const { submit, isSaving, failure } = useSaveDraft(edited, onDone);
  const { ask, ...question } = useLeaveQuestion(edited.state.isKept && !isSaving);
  useEffect(() => focusElement(TITLE_ID), []);

  const saveOver = (basedOn: Date) => void submit({ resumeId, documentId, basedOn });
  const drop = () => {
    edited.forget();
    onDone();
  };
  const refusal = readAppError(failure);
  return (
    <Box maw="48rem">
      <PageHeader title={`Edit “${resume.title}”`} />
      <DraftForm
        edited={edited}
        isSaving={isSaving}
        notices={
          refusal?.code === 'changed_elsewhere' ? (
            <ChangedElsewhere
              resumeId={resumeId}
              changedAt={refusal.details.updatedAt}
              onTake={drop}
              onSaveOver={saveOver}
            />
          ) : (
            failure !== null && <SaveFailure error={failure} />
          )
        }
        actions={
          <>
            <Button loading={isSaving} onClick={() => saveOver(new Date(edited.state.from))}>
              Save
            </Button>
            <Button variant="default" disabled={isSaving} onClick={() => ask(drop)}>
              Cancel
            </Button>
          </>
        }
      />
      <LeaveQuestion {...question} onDrop={edited.forget} />
    </Box>
  );
}
