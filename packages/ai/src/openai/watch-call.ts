/** What made a call stop before its end, other than the provider. */
export type StopReason = 'caller' | 'timeout' | 'idle';

export interface CallWatch {
  signal: AbortSignal;
  start(): void;
  /** Something arrived: no idle time passes while it is dealt with. */
  pause(): void;
  /** The next thing is awaited: the idle time begins anew. */
  touch(): void;
  /** Closes the connection where it is still open. */
  end(): void;
  stoppedBy(): StopReason | null;
}

/** One signal for three reasons to stop, which remembers the first. Nothing runs before `start`. */
export function watchCall(
  caller: AbortSignal,
  { timeoutMs, idleTimeoutMs }: { timeoutMs: number; idleTimeoutMs: number },
): CallWatch {
  const controller = new AbortController();
  let reason: StopReason | null = null;
  let total: ReturnType<typeof setTimeout> | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;

  const stop = (because: StopReason) => {
    reason ??= because;
    controller.abort();
  };
  const onCallerAbort = () => stop('caller');
  const pause = () => clearTimeout(idle);
  const touch = () => {
    pause();
    idle = setTimeout(() => stop('idle'), idleTimeoutMs);
  };

  return {
    signal: controller.signal,
    pause,
    touch,
    stoppedBy: () => reason,
    start() {
      if (caller.aborted) {
        stop('caller');
        return;
      }
      caller.addEventListener('abort', onCallerAbort, { once: true });
      total = setTimeout(() => stop('timeout'), timeoutMs);
      touch();
    },
    end() {
      caller.removeEventListener('abort', onCallerAbort);
      clearTimeout(total);
      pause();
      controller.abort();
    },
  };
}
