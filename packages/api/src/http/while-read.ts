/**
 * The response with a body that tells when its reader goes away before the end. Not every mount aborts the signal of
 * a request when its connection closes, but all cancel the body.
 */
export function whileRead(response: Response, left: AbortController): Response {
  if (!response.body) return response;
  const reader = response.body.getReader();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunk = await reader.read();
      if (chunk.done) controller.close();
      else controller.enqueue(chunk.value);
    },
    async cancel(reason) {
      left.abort();
      await reader.cancel(reason);
    },
  });
  return new Response(body, response);
}
