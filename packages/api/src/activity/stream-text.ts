/**
 * A body that asks for the next part when its reader has room for it, and for no more once its reader has left. What a
 * part fails with breaks the body off, so that no reader takes it for whole.
 */
export function streamText(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const utf8 = new TextEncoder();
  return new ReadableStream(
    {
      async pull(controller) {
        const part = await parts.next();
        if (part.done) controller.close();
        else controller.enqueue(utf8.encode(part.value));
      },
      async cancel() {
        await parts.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
