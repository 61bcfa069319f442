'use client';

import { readAppError, type Outputs } from '@resumint/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallChoice } from '../ai/call-choice.ts';
import { useTellChange } from '../sync/use-changes.ts';
import { trpc } from '../trpc/react.ts';

type Answer = Outputs['ai']['parseResume'];

export type ParseCall =
  | { kind: 'idle' }
  | { kind: 'running' }
  | { kind: 'finished'; answer: Answer }
  | { kind: 'stopped'; idempotencyKey: string }
  | { kind: 'failed'; error: unknown };

/** Reads a document with AI. To leave the page stops the call, as `stop` does. */
export function useParseCall(documentId: string) {
  const { client } = trpc.useUtils();
  const tellChange = useTellChange();
  const [call, setCall] = useState<ParseCall>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  /** A call whose answer was lost: asked for alike and under the same key it is answered again, and charged once. */
  const lost = useRef<{ idempotencyKey: string; choice: CallChoice } | null>(null);
  useShownHold(call.kind === 'running');

  const start = useCallback(
    async (choice: CallChoice): Promise<Answer | null> => {
      const abort = new AbortController();
      running.current = abort;
      const idempotencyKey =
        lost.current && isAlike(lost.current.choice, choice)
          ? lost.current.idempotencyKey
          : crypto.randomUUID();
      lost.current = null;
      setCall({ kind: 'running' });
      try {
        const answer = await client.ai.parseResume.mutate(
          { documentId, idempotencyKey, ...choice },
          { signal: abort.signal },
        );
        setCall({ kind: 'finished', answer });
        return answer;
      } catch (error) {
        if (abort.signal.aborted) setCall({ kind: 'stopped', idempotencyKey });
        else {
          if (readAppError(error) === null) lost.current = { idempotencyKey, choice };
          setCall({ kind: 'failed', error });
        }
        return null;
      } finally {
        void tellChange('usage');
      }
    },
    [client, documentId, tellChange],
  );

  const stop = useCallback(() => running.current?.abort(), []);
  useEffect(() => stop, [stop]);
  return { call, start, stop };
}

function isAlike(left: CallChoice, right: CallChoice): boolean {
  return (
    left.model === right.model && left.maxOutputTokens === right.maxOutputTokens && left.fresh === right.fresh
  );
}

const LOOK_MS = 750;

/** The call answers at its end only: until then the summary is asked for what it holds. */
function useShownHold(isRunning: boolean): void {
  const tellChange = useTellChange();
  const { data } = trpc.usage.summary.useQuery(undefined, {
    enabled: isRunning,
    refetchInterval: isRunning && LOOK_MS,
  });
  const isHeld = isRunning && data !== undefined && data.inFlight.running > 0;
  useEffect(() => {
    if (isHeld) void tellChange('usage');
  }, [isHeld, tellChange]);
}
