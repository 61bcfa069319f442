import { ModelError, type Model, type ModelEvent } from '@resumint/ai';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { listen, type Happening, type Listening } from './listen.ts';

const REQUEST = { model: 'gpt-5-mini', instructions: '', input: '', maxOutputTokens: 100 };
const STARTED: ModelEvent = { type: 'started', responseId: 'resp_1' };
const FINISHED: ModelEvent = { type: 'finished', outcome: 'completed', usage: null };
const text = (delta: string): ModelEvent => ({ type: 'text', delta });

/** A model that says what it is told, one event each time it is let, and closes as the port asks. */
function scriptedModel() {
  const said: PromiseWithResolvers<ModelEvent | 'end'>[] = [];
  const at = (index: number) => (said[index] ??= Promise.withResolvers());
  const model = { asked: 0, isClosed: false, wasAborted: false };
  let next = 0;
  const call: Model = async function* (_request, signal) {
    const aborted = new Promise<never>((_, reject) => {
      const fail = () => reject(new ModelError('closed', { spent: 'unknown', retryable: true }));
      signal.addEventListener('abort', fail, { once: true });
    });
    aborted.catch(() => (model.wasAborted = true));
    try {
      for (;;) {
        model.asked += 1;
        const event = await Promise.race([at(model.asked - 1).promise, aborted]);
        if (event === 'end') return;
        yield event;
      }
    } finally {
      model.isClosed = true;
    }
  };
  const say = (...events: (ModelEvent | 'end')[]) => {
    for (const event of events) at(next++).resolve(event);
  };
  const break_ = (error: unknown) => at(next++).reject(error);
  return { model, call, say, break: break_ };
}

function listenTo(call: Model, { timeLeftMs = 60_000, controller = new AbortController() } = {}): Listening {
  return listen(call, REQUEST, { timeLeftMs, signal: controller.signal });
}

async function hearAll(listening: Listening): Promise<Happening[]> {
  const happenings: Happening[] = [];
  for (;;) {
    const happening = await listening.next();
    happenings.push(happening);
    if (happening.kind !== 'started' && happening.kind !== 'text') return happenings;
  }
}

function useFakeTimers() {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
}

describe('listen', () => {
  it('tells what happens in order and gathers the text', async () => {
    const { call, say } = scriptedModel();
    const listening = listenTo(call);
    say(STARTED, text('Hel'), text('lo'), FINISHED);
    expect(await hearAll(listening)).toEqual([
      { kind: 'started', responseId: 'resp_1' },
      { kind: 'text', delta: 'Hel' },
      { kind: 'text', delta: 'lo' },
      { kind: 'finished' },
    ]);
    expect(listening.heard).toEqual({ text: 'Hello', finished: FINISHED });
  });

  it('fails when the answer ends without having finished', async () => {
    const { call, say } = scriptedModel();
    const listening = listenTo(call);
    say(text('Hel'), 'end');
    const last = (await hearAll(listening)).at(-1);
    expect(last).toMatchObject({ kind: 'failed', error: { name: 'ModelError', spent: 'unknown' } });
    expect(listening.heard).toEqual({ text: 'Hel', finished: null });
  });

  it("hands on the model's own error", async () => {
    const scripted = scriptedModel();
    const listening = listenTo(scripted.call);
    const error = new ModelError('no such model', { spent: 'nothing', retryable: false });
    scripted.break(error);
    expect(await listening.next()).toEqual({ kind: 'failed', error });
  });

  it('hands on an error that is thrown before there is a stream', async () => {
    const error = new ModelError('not sent', { spent: 'nothing', retryable: false });
    const listening = listenTo(() => {
      throw error;
    });
    expect(await listening.next()).toEqual({ kind: 'failed', error });
  });

  it('lets the model close once it has finished, whatever comes after', async () => {
    const { model, call, say } = scriptedModel();
    const listening = listenTo(call);
    say(FINISHED);
    await hearAll(listening);
    await vi.waitFor(() => expect(model.isClosed).toBe(true));
  });
});

describe('a caller who stops', () => {
  it('is told at once, and the stream goes on', async () => {
    const controller = new AbortController();
    const { model, call, say } = scriptedModel();
    const listening = listenTo(call, { controller });
    say(STARTED);
    expect((await listening.next()).kind).toBe('started');
    const next = listening.next();
    controller.abort();
    expect(await next).toEqual({ kind: 'stopped' });
    expect(model).toMatchObject({ wasAborted: false, isClosed: false });
  });

  it('is told so even when it had stopped before', async () => {
    const { call } = scriptedModel();
    const listening = listen(call, REQUEST, { timeLeftMs: 60_000, signal: AbortSignal.abort() });
    expect(await listening.next()).toEqual({ kind: 'stopped' });
  });

  it('loses nothing of what arrives after, while it drains', async () => {
    const controller = new AbortController();
    const { model, call, say } = scriptedModel();
    const listening = listenTo(call, { controller });
    say(text('Hel'));
    await listening.next();
    const next = listening.next();
    controller.abort();
    await next;
    const drained = listening.drain(60_000);
    say(text('lo'), FINISHED);
    await drained;
    expect(listening.heard).toEqual({ text: 'Hello', finished: FINISHED });
    await vi.waitFor(() => expect(model.isClosed).toBe(true));
  });

  it('drains a stream that it left between two events', async () => {
    const { call, say } = scriptedModel();
    const listening = listenTo(call);
    say(text('Hel'), text('lo'), FINISHED);
    await listening.next();
    await listening.drain(60_000);
    expect(listening.heard).toEqual({ text: 'Hello', finished: FINISHED });
  });

  it('drains no longer than it said, and keeps what had arrived', async () => {
    useFakeTimers();
    const { model, call, say } = scriptedModel();
    const listening = listenTo(call);
    say(text('Hel'));
    await listening.next();
    const drained = listening.drain(20_000);
    await vi.advanceTimersByTimeAsync(19_999);
    expect(model.wasAborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await drained;
    expect(model).toMatchObject({ wasAborted: true, isClosed: true });
    expect(listening.heard).toEqual({ text: 'Hel', finished: null });
  });
});

describe('the deadline of a call', () => {
  it('closes the stream', async () => {
    useFakeTimers();
    const { model, call } = scriptedModel();
    const listening = listenTo(call, { timeLeftMs: 100_000 });
    const next = listening.next();
    await vi.advanceTimersByTimeAsync(99_999);
    expect(model.wasAborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await next).toMatchObject({ kind: 'failed', error: { spent: 'unknown' } });
    expect(model).toMatchObject({ wasAborted: true, isClosed: true });
  });

  it('leaves no timer and no listener behind, however the call ends', async () => {
    useFakeTimers();
    const endings: ((scripted: ReturnType<typeof scriptedModel>) => void)[] = [
      ({ say }) => say(FINISHED),
      ({ say }) => say('end'),
      (scripted) => scripted.break(new Error('reset')),
    ];
    for (const end of endings) {
      for (const isDrained of [false, true]) {
        const { signal } = new AbortController();
        const [added, removed] = [
          vi.spyOn(signal, 'addEventListener'),
          vi.spyOn(signal, 'removeEventListener'),
        ];
        const scripted = scriptedModel();
        const listening = listen(scripted.call, REQUEST, { timeLeftMs: 60_000, signal });
        end(scripted);
        if (isDrained) await listening.drain(20_000);
        else await listening.next();
        expect(vi.getTimerCount()).toBe(0);
        expect(removed.mock.calls.map(([type, listener]) => [type, listener])).toEqual(
          added.mock.calls.map(([type, listener]) => [type, listener]),
        );
      }
    }
  });
});
