import { ModelError, type Model, type ModelEvent, type ModelRequest } from '@resumint/ai';
import type { Heard } from './heard.ts';

export type Happening =
  | { kind: 'started'; responseId: string }
  | { kind: 'text'; delta: string }
  | { kind: 'finished' }
  | { kind: 'failed'; error: unknown }
  | { kind: 'stopped' };

export interface Listening {
  /** What has arrived so far. */
  heard: Heard;
  /** What happens next: something arrives, or the caller's signal is aborted, which does not close the stream. */
  next(): Promise<Happening>;
  /** Hears out a stream that was stopped, for at most this long, then closes it. */
  drain(withinMs: number): Promise<void>;
}

/** Calls the model and listens. The stream is closed when the time is up. */
export function listen(
  model: Model,
  request: ModelRequest,
  { timeLeftMs, signal }: { timeLeftMs: number; signal: AbortSignal },
): Listening {
  const stopped = whenAborted(signal);
  const heard: Heard = { text: '', finished: null };
  const upstream = new AbortController();
  const deadline = setTimeout(() => upstream.abort(), timeLeftMs);
  const events = model(request, upstream.signal)[Symbol.asyncIterator]();
  let arriving: Promise<Happening> | null = null;

  const arrive = async (): Promise<Happening> => {
    try {
      const { value, done } = await events.next();
      if (done) return { kind: 'failed', error: endedEarly() };
      return hear(heard, value);
    } catch (error) {
      return { kind: 'failed', error };
    }
  };

  return {
    heard,
    async next() {
      arriving ??= arrive();
      const happening = await Promise.race([arriving, stopped]);
      if (happening.kind !== 'stopped') arriving = null;
      if (happening.kind === 'finished' || happening.kind === 'failed') clearTimeout(deadline);
      return happening;
    },
    async drain(withinMs) {
      const timer = setTimeout(() => upstream.abort(), withinMs);
      for (;;) {
        const { kind } = await (arriving ?? arrive());
        arriving = null;
        if (kind === 'finished' || kind === 'failed') break;
      }
      clearTimeout(timer);
      clearTimeout(deadline);
    },
  };
}

function hear(heard: Heard, event: ModelEvent): Happening {
  switch (event.type) {
    case 'started':
      return { kind: 'started', responseId: event.responseId };
    case 'text':
      heard.text += event.delta;
      return { kind: 'text', delta: event.delta };
    case 'finished':
      heard.finished = event;
      return { kind: 'finished' };
  }
}

function whenAborted(signal: AbortSignal): Promise<Happening> {
  return new Promise((resolve) => {
    const stop = () => resolve({ kind: 'stopped' });
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

function endedEarly(): ModelError {
  return new ModelError('the model ended its answer without saying so', {
    spent: 'unknown',
    retryable: true,
  });
}
