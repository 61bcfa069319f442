import { describe, expect, it } from 'vitest';
import { createChannel } from './channel.ts';

describe('a channel', () => {
  it('gives everything in order, what was pushed before and while it is read', async () => {
    const channel = createChannel<number>();
    channel.push(1);
    const read: number[] = [];
    const reading = (async () => {
      for await (const item of channel.read(() => undefined)) read.push(item);
    })();
    channel.push(2);
    await Promise.resolve();
    channel.push(3);
    channel.close();
    await reading;
    expect(read).toEqual([1, 2, 3]);
  });

  it('throws a failure after what was pushed before it', async () => {
    const channel = createChannel<number>();
    channel.push(1);
    channel.fail(new Error('lost'));
    const reader = channel.read(() => undefined);
    expect(await reader.next()).toEqual({ done: false, value: 1 });
    await expect(reader.next()).rejects.toThrow('lost');
  });

  it('tells of a reader that leaves before the end, and of no other', async () => {
    const left: string[] = [];
    const early = createChannel<number>();
    early.push(1);
    early.push(2);
    const reader = early.read(() => left.push('early'));
    await reader.next();
    await reader.return();
    const whole = createChannel<number>();
    whole.close();
    await whole.read(() => left.push('whole')).next();
    expect(left).toEqual(['early']);
  });
});
