import { expect, it } from 'vitest';
import { streamText } from './stream-text.ts';

it('makes a part when it is read, and no part before', async () => {
  const made: number[] = [];
  const reader = streamText(count(made)).getReader();
  await Promise.resolve();
  expect(made).toEqual([]);
  await reader.read();
  expect(made).toEqual([1]);
});

it('makes no part for a reader that has left', async () => {
  const made: number[] = [];
  const reader = streamText(count(made)).getReader();
  await reader.read();
  await reader.cancel();
  expect(made).toEqual([1, -1]);
});

it('breaks off where a part fails', async () => {
  await expect(new Response(streamText(failing())).text()).rejects.toThrow('no more');
});

async function* count(made: number[]) {
  try {
    for (let number = 1; number < 1_000; number += 1) {
      made.push(number);
      yield String(number);
    }
  } finally {
    made.push(-1);
  }
}

async function* failing() {
  yield 'a part';
  throw new Error('no more');
}
