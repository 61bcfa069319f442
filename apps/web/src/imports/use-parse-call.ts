'use client';

import { readAppError, type Outputs } from '@resumint/client';
import { useCallback, useEffect, useRef, useState } from 'react';
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
  /** Of a call whose answer was lost: under the same key it is answered again, and charged once. */
  const lostKey = useRef<string | null>(null);
  useShownHold(call.kind === 'running');

  const start = useCallback(async (): Promise<Answer | null> => {
    const abort = new AbortController();
    running.current = abort;
    const idempotencyKey = lostKey.current ?? crypto.randomUUID();
    lostKey.current = null;
    setCall({ kind: 'running' });
    try {
      const answer = await client.ai.parseResume.mutate(
        { documentId, idempotencyKey },
        { signal: abort.signal },
      );
      setCall({ kind: 'finished', answer });
      return answer;
    } catch (error) {
      if (abort.signal.aborted) setCall({ kind: 'stopped', idempotencyKey });
      else {
        if (readAppError(error) === null) lostKey.current = idempotencyKey;
        setCall({ kind: 'failed', error });
      }
      return null;
    } finally {
      void tellChange('usage');
    }
  }, [client, documentId, tellChange]);

  const stop = useCallback(() => running.current?.abort(), []);
  useEffect(() => stop, [stop]);
  return { call, start, stop };
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
