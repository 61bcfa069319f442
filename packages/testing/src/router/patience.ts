/** How long something is waited for that comes in an instant, or late on a busy machine. */
export const PATIENCE = { timeout: 30_000 };
