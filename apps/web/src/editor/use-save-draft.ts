'use client';

import type { Inputs, Outputs } from '@resumint/client';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useSaveResume } from '../resumes/use-save-resume.ts';
import { focusElement } from './field-id.ts';
import type { EditedDraft } from './use-draft.ts';

type Target = Omit<Inputs['resumes']['save'], 'title' | 'content'>;
type Saved = Outputs['resumes']['save'];

/** Saves a draft, or leads the keyboard to what keeps it from being saved. It stays kept in this tab until it is saved. */
export function useSaveDraft({ check, forget }: EditedDraft, onSaved: (saved: Saved) => void) {
  const { save } = useSaveResume();
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  const submit = async (target: Target) => {
    setFailure(null);
    setSaving(true);
    try {
      const checked = await check();
      if (!checked.ok) {
        // Fields take the keyboard again only once nothing is being saved.
        flushSync(() => setSaving(false));
        focusElement(checked.errors[0]?.id ?? '');
        return;
      }
      const { title, content } = checked;
      const saved = await save({ ...target, title, content });
      forget();
      onSaved(saved);
    } catch (error) {
      setFailure(error);
      setSaving(false);
    }
  };
  return { submit, isSaving, failure };
}
