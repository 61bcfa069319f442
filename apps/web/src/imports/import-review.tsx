'use client';

import { Box, Button, Stack } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { CallChoice } from '../ai/call-choice.ts';
import { DraftForm } from '../editor/draft-form.tsx';
import { toDraft } from '../editor/draft.ts';
import { useDraft } from '../editor/use-draft.ts';
import { useSaveDraft } from '../editor/use-save-draft.ts';
import { SaveFailure } from '../resumes/save-failure.tsx';
import { ChoiceButtons } from '../ui/choice-buttons.tsx';
import classes from './import-review.module.css';
import { importKey } from './left-imports.ts';
import { ReadingPanel } from './reading-panel.tsx';
import {
  aiReadingId,
  BY_RULES,
  NOTHING_READ,
  titleFor,
  type ImportedDocument,
  type Reading,
} from './reading.ts';
import { SourcePanel } from './source-panel.tsx';
import { UnplacedPanel } from './unplaced-panel.tsx';
import { useParseCall } from './use-parse-call.ts';

interface ImportReviewProps {
  document: ImportedDocument;
  /** What was read by rules; null where that failed. */
  rules: Reading | null;
  rulesError: unknown;
}

const SIDES = [
  { value: 'resume', label: 'Resume' },
  { value: 'source', label: 'Text of the file' },
] as const;
type Side = (typeof SIDES)[number]['value'];

/** A reading of a file beside the file's text, to be corrected and saved. */
export function ImportReview({ document, rules, rulesError }: ImportReviewProps) {
  const { documentId } = document;
  const router = useRouter();
  const [side, setSide] = useState<Side>('resume');
  const edited = useDraft(importKey(documentId), () => draftFrom(BY_RULES, rules ?? NOTHING_READ));
  const { call, start, stop } = useParseCall(documentId);
  const { submit, isSaving, failure } = useSaveDraft(edited, ({ resumeId }) =>
    router.push(`/resumes/${resumeId}`),
  );

  function draftFrom(from: string, reading: Reading) {
    return { from, title: titleFor(reading, document), draft: toDraft(reading.resume) };
  }
  const readWithAi = async (choice: CallChoice) => {
    const answer = await start(choice);
    // Paid for, so that it is kept like what was typed.
    if (answer) edited.offer({ ...draftFrom(aiReadingId(answer), answer), isKept: true });
  };
  const unplaced =
    edited.state.from !== BY_RULES && call.kind === 'finished' ? call.answer.unplaced : rules?.unplaced;
  return (
    <div className={classes['sides']} data-side={side}>
      <Box hiddenFrom="lg">
        <ChoiceButtons name="What is shown" options={SIDES} value={side} onChange={setSide} />
      </Box>
      <div className={classes['resume']}>
        <Stack gap="lg">
          <ReadingPanel
            documentId={documentId}
            rules={rules}
            rulesError={rulesError}
            call={call}
            state={edited.state}
            onRead={(choice) => void readWithAi(choice)}
            onStop={stop}
            onUse={(from, reading) =>
              edited.replace({
                ...draftFrom(from, reading),
                title: edited.state.title,
                isKept: from !== BY_RULES,
              })
            }
            onBringBack={edited.replace}
          />
          <DraftForm
            edited={edited}
            isSaving={isSaving}
            notices={failure !== null && <SaveFailure error={failure} />}
            actions={
              <Button loading={isSaving} onClick={() => void submit({ documentId })}>
                Save resume
              </Button>
            }
          />
        </Stack>
      </div>
      <div className={classes['source']}>
        <SourcePanel text={document.text} />
        <UnplacedPanel texts={unplaced ?? []} />
      </div>
    </div>
  );
}
