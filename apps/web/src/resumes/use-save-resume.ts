'use client';

import { useTellChange } from '../sync/use-changes.ts';
import { trpc } from '../trpc/react.ts';

/** Saves a resume, and has every tab show it. Throws and keeps the error where it could not be saved. */
export function useSaveResume() {
  const tellChange = useTellChange();
  const mutation = trpc.resumes.save.useMutation({ onSuccess: () => tellChange('resumes') });
  return { save: mutation.mutateAsync, isSaving: mutation.isPending, error: mutation.error };
}
