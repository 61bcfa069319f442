'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Change } from './change-draft.ts';
import { checkDraft, type CheckedDraft, type TitledDraft } from './check-draft.ts';
import { findDraft, forgetDraft, keepDraft } from './draft-storage.ts';
import type { FieldError } from './find-errors.ts';

export interface DraftState extends TitledDraft {
  /** What it was made from: a state of a resume, or a reading of a document. */
  from: string;
  /** Worth keeping: edited, or paid for. */
  isKept: boolean;
  /** Another number is another draft, not the same one edited. */
  version: number;
}

export type EditedDraft = ReturnType<typeof useDraft>;

const NO_ERRORS: readonly FieldError[] = [];

/** A draft that outlives a reload of this tab once it is worth keeping, until `forget`. */
export function useDraft(key: string, initial: () => TitledDraft & { from: string }) {
  const [state, setState] = useState<DraftState>(() => ({ ...initial(), isKept: false, version: 0 }));
  const [errors, setErrors] = useState(NO_ERRORS);

  /** Puts another draft in its place. */
  const replace = useCallback((next: Omit<DraftState, 'version'>) => {
    setState(({ version }) => ({ ...next, version: version + 1 }));
    setErrors(NO_ERRORS);
  }, []);

  /** Puts another draft in its place, unless what is there is worth keeping. */
  const offer = useCallback((next: Omit<DraftState, 'version'>) => {
    setState((now) => (now.isKept ? now : { ...next, version: now.version + 1 }));
  }, []);

  // The server knows nothing of it, so it comes after the first rendering.
  useEffect(() => {
    const kept = findDraft(sessionStorage, key);
    if (!kept) return;
    const { title, draft, from } = kept;
    replace({ title, draft, from, isKept: true });
  }, [key, replace]);

  useEffect(() => {
    const { title, draft, from, isKept, version } = state;
    if (isKept) keepDraft(sessionStorage, key, { title, draft, from, at: Date.now() });
    else if (version > 0) forgetDraft(sessionStorage, key);
  }, [key, state]);

  const hasErrors = errors.length > 0;
  useEffect(() => {
    if (!hasErrors) return undefined;
    let isCurrent = true;
    void checkDraft(state).then((checked) => {
      if (isCurrent) setErrors(checked.ok ? NO_ERRORS : checked.errors);
    });
    return () => {
      isCurrent = false;
    };
  }, [state, hasErrors]);

  const edit = useCallback(
    (next: (now: TitledDraft) => Partial<TitledDraft>) =>
      setState((now) => ({ ...now, ...next(now), isKept: true })),
    [],
  );
  const change = useCallback((apply: Change) => edit(({ draft }) => ({ draft: apply(draft) })), [edit]);
  const setTitle = useCallback((title: string) => edit(() => ({ title })), [edit]);

  /** What can be saved, or what has to be mended first, which then stands at its fields. */
  const check = async (): Promise<CheckedDraft> => {
    const checked = await checkDraft(state);
    if (!checked.ok) setErrors(checked.errors);
    return checked;
  };

  const forget = useCallback(() => forgetDraft(sessionStorage, key), [key]);
  return { state, errors, change, setTitle, replace, offer, check, forget };
}
