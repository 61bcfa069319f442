/** A fetch that tells how much of the body is sent, in percent: the platform's own cannot. */
export function fetchWithProgress(tell: (percent: number) => void) {
  return (
    url: string | URL | Request,
    { method = 'GET', headers, body, signal }: RequestInit,
  ): Promise<Response> =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(method, url instanceof Request ? url.url : url);
      for (const [name, value] of new Headers(headers)) request.setRequestHeader(name, value);
      request.upload.onprogress = ({ loaded, total }) =>
        tell(total > 0 ? Math.floor((loaded / total) * 100) : 0);
      request.onload = () => {
        const contentType = request.getResponseHeader('content-type') ?? '';
        resolve(
          new Response(request.responseText, {
            status: request.status,
            headers: { 'content-type': contentType },
          }),
        );
      };
      request.onerror = () => reject(new TypeError('fetch failed'));
      request.onabort = () => reject(signal?.reason instanceof Error ? signal.reason : new Error('aborted'));
      signal?.addEventListener('abort', () => request.abort());
      request.send(body instanceof FormData ? body : null);
    });
}
