'use client';

import { use, useState, useTransition } from 'react';
import { forgetDrafts } from '../editor/forget-drafts.ts';
import { SignOutContext } from './sign-out-context.ts';

/** Signs out, and has why it could not. The sign-in, where that leads, tells the other tabs. */
export function useSignOut() {
  const signOut = use(SignOutContext);
  const [isLeaving, startLeaving] = useTransition();
  const [failure, setFailure] = useState<string | null>(null);
  const leave = (which: 'this' | 'every') =>
    startLeaving(async () => {
      forgetDrafts(sessionStorage);
      const refused = await signOut(which);
      setFailure(refused?.message ?? null);
    });
  return { leave, isLeaving, failure };
}
