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
  const heard: Heard = { text: '', finished: null };
  const stopped = Promise.withResolvers<Happening>();
  const stop = () => stopped.resolve({ kind: 'stopped' });
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  const upstream = new AbortController();
  const deadline = setTimeout(() => upstream.abort(), timeLeftMs);
  let events: AsyncIterator<ModelEvent> | null = null;
  let arriving: Promise<Happening> | null = null;

  const arrive = async (): Promise<Happening> => {
    try {
      events ??= model(request, upstream.signal)[Symbol.asyncIterator]();
      const arrived = await events.next();
      return arrived.done ? { kind: 'failed', error: endedEarly() } : hear(heard, arrived.value);
    } catch (error) {
      return { kind: 'failed', error };
    }
  };
  const arriveOrEnd = async (): Promise<Happening> => {
    const happening = await arrive();
    if (isEnd(happening)) {
      clearTimeout(deadline);
      signal.removeEventListener('abort', stop);
      // Lets the model close its connection. Nothing waits for that: what it has to tell, it has told.
      void Promise.allSettled([events?.return?.()]);
    }
    return happening;
  };

  return {
    heard,
    async next() {
      arriving ??= arriveOrEnd();
      const happening = await Promise.race([arriving, stopped.promise]);
      if (happening.kind !== 'stopped') arriving = null;
      return happening;
    },
    async drain(withinMs) {
      const timer = setTimeout(() => upstream.abort(), withinMs);
      while (!isEnd(await (arriving ?? arriveOrEnd()))) arriving = null;
      clearTimeout(timer);
    },
  };
}

function isEnd({ kind }: Happening): boolean {
  return kind === 'finished' || kind === 'failed';
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

function endedEarly(): ModelError {
  return new ModelError('the model ended its answer without saying so', {
    spent: 'unknown',
    retryable: true,
  });
}
