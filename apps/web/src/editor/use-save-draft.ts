'use client';

import type { Inputs, Outputs } from '@resumint/client';
import { useState } from 'react';
import { useSaveResume } from '../resumes/use-save-resume.ts';
import type { EditedDraft } from './use-draft.ts';

type Target = Omit<Inputs['resumes']['save'], 'title' | 'content'>;
type Saved = Outputs['resumes']['save'];

/** Saves a draft once it can be saved. It stays kept in this tab until that is done. */
export function useSaveDraft({ check, forget }: EditedDraft, onSaved: (saved: Saved) => void) {
  const { save } = useSaveResume();
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  const submit = async (target: Target) => {
    setFailure(null);
    setSaving(true);
    try {
      const checked = await check();
      if (!checked) {
        setSaving(false);
        return;
      }
      const saved = await save({ ...target, ...checked });
      forget();
      onSaved(saved);
    } catch (error) {
      setFailure(error);
      setSaving(false);
    }
  };
  return { submit, isSaving, failure };
}
