import { readAppError } from '@resumint/client';
import { explain } from '../ui/explain.ts';
import { Notice } from '../ui/notice.tsx';
import { denialIn } from './denial-in.ts';

/** Why a call that was made gave nothing, and what was charged. What a limit refused is told of beside its button. */
export function CallFailure({ error }: { error: unknown }) {
  if (denialIn(error)) return null;
  return (
    <Notice kind="failure" title={titleOf(readAppError(error)?.code)}>
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
