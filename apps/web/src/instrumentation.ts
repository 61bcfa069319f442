/** Runs once as the server starts: a wrong configuration stops it here, and a signal to stop is answered here. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { stopOnSignal } = await import('./stop-on-signal.ts');
  await stopOnSignal();
}
