import { readAppError } from '@resumint/client';
import type { ReactNode } from 'react';
import { explain } from '../ui/explain.ts';
import { Notice } from '../ui/notice.tsx';
import { DenialNotice } from './denial-notice.tsx';

interface CallFailureProps {
  error: unknown;
  withoutAi?: ReactNode;
}

/** Why a call that was made gave nothing: refused by a limit, or failed, and what was charged. */
export function CallFailure({ error, withoutAi }: CallFailureProps) {
  const app = readAppError(error);
  if (app && 'denial' in app.details) {
    return <DenialNotice denial={app.details.denial} withoutAi={withoutAi} />;
  }
  return (
    <Notice kind="failure" title={titleOf(app?.code)}>
      {explain(error)}
    </Notice>
  );
}

function titleOf(code: NonNullable<ReturnType<typeof readAppError>>['code'] | undefined): string {
  switch (code) {
    case 'limits_unverifiable':
    case 'unavailable':
      return 'Your limits could not be verified';
    case 'model_failed':
      return 'The AI provider failed';
    default:
      return 'The call did not go through';
  }
}
