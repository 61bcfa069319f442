import { composition } from './composition.ts';

const LONGEST_SHUTDOWN_MS = 30_000;

/** Settles what runs before the process ends. Next leaves signals to this when NEXT_MANUAL_SIG_HANDLE is set. */
export async function stopOnSignal(): Promise<void> {
  const { shutDown } = await composition();
  const stop = () => {
    setTimeout(() => process.exit(1), LONGEST_SHUTDOWN_MS).unref();
    void shutDown().finally(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // The parent that started this process is gone, however it went.
  process.once('disconnect', stop);
}
