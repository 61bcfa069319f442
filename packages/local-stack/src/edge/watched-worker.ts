/** Where the module below tells how much of the worker's work runs, which nobody outside of it can see otherwise. */
export const RUNNING_PATH = '/local/running';

/** Stands before a worker that is called `worker.js`. */
export const WATCHED_WORKER = `
import worker from './worker.js';

let running = 0;

export default {
  async fetch(request, bindings, ctx) {
    if (new URL(request.url).pathname === '${RUNNING_PATH}') return Response.json({ running });
    const waitUntil = (work) => {
      running += 1;
      ctx.waitUntil(Promise.allSettled([work]).then(() => (running -= 1)));
    };
    return worker.fetch(request, bindings, { waitUntil });
  },
};
`;
