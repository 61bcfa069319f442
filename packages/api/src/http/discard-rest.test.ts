import { expect, it } from 'vitest';
import { discardRest } from './discard-rest.ts';

const MB = 1024 * 1024;

function bodyOf(megabytes: number) {
  const seen = { sent: 0, isCancelled: false };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (seen.sent === megabytes) return controller.close();
      seen.sent += 1;
      controller.enqueue(new Uint8Array(MB));
    },
    cancel() {
      seen.isCancelled = true;
    },
  });
  return { seen, reader: body.getReader() };
}

it('reads a body to its end, so that its sender can finish', async () => {
  const { seen, reader } = bodyOf(20);
  await discardRest(reader);
  expect(seen).toEqual({ sent: 20, isCancelled: false });
});

it('stops a body that does not end', async () => {
  const { seen, reader } = bodyOf(1_000);
  await discardRest(reader);
  expect(seen.isCancelled).toBe(true);
  expect(seen.sent).toBeLessThan(40);
});

it('takes a sender that goes away for the end', async () => {
  const broken = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.error(new Error('reset')),
  });
  await expect(discardRest(broken.getReader())).resolves.toBeUndefined();
});
