'use client';

import type { Outputs } from '@resumint/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallChoice } from '../ai/call-choice.ts';
import { useTellChange } from '../sync/use-changes.ts';
import { trpc } from '../trpc/react.ts';

type Events = Outputs['ai']['summarize'];
type Event = Events extends AsyncIterable<infer Value> ? Value : never;
type Finished = Extract<Event, { type: 'finished' }>;

/** How a summary stands. What has arrived is kept, however the call ends. */
export type SummaryCall =
  | { kind: 'idle' }
  | { kind: 'running'; text: string }
  | { kind: 'finished'; text: string; result: Finished['result']; receipt: Finished['receipt'] }
  | { kind: 'stopped'; text: string; idempotencyKey: string }
  | { kind: 'failed'; text: string; error: unknown };

const IDLE: SummaryCall = { kind: 'idle' };

/** Writes a summary, sentence by sentence. To leave the page stops the call, as `stop` does. */
export function useSummaryCall(resumeId: string) {
  const { client } = trpc.useUtils();
  const tellChange = useTellChange();
  const [call, setCall] = useState<SummaryCall>(IDLE);
  const running = useRef<AbortController | null>(null);

  const start = useCallback(
    async (choice: CallChoice) => {
      const abort = new AbortController();
      running.current = abort;
      const idempotencyKey = crypto.randomUUID();
      let text = '';
      setCall({ kind: 'running', text });
      try {
        const events = await client.ai.summarize.mutate(
          { resumeId, idempotencyKey, ...choice },
          { signal: abort.signal },
        );
        // Admitted: every screen shows what is held. Not waited for, since a stream that ends before it is read is lost.
        void tellChange('usage');
        for await (const event of events) {
          if (event.type === 'finished') {
            setCall({
              kind: 'finished',
              text: event.result.summary,
              result: event.result,
              receipt: event.receipt,
            });
          } else {
            text += event.delta;
            setCall({ kind: 'running', text });
          }
        }
      } catch (error) {
        setCall(
          abort.signal.aborted ? { kind: 'stopped', text, idempotencyKey } : { kind: 'failed', text, error },
        );
      }
      await tellChange('usage');
    },
    [client, resumeId, tellChange],
  );

  const stop = useCallback(() => running.current?.abort(), []);
  const clear = useCallback(() => setCall(IDLE), []);
  useEffect(() => stop, [stop]);
  return { call, start, stop, clear };
}
