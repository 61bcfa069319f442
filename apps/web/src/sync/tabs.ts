'use client';

const CHANNEL = 'resumint';

/** What changed: numbers of usage, or what is kept of resumes and documents. */
export type Change = 'usage' | 'resumes' | 'session';

/** Tells the other tabs of this browser. */
export function tellTabs(change: Change): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(change);
  channel.close();
}

/** Hears what the other tabs tell, until the returned function is called. */
export function hearTabs(hear: (change: unknown) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => hear(data));
  return () => channel.close();
}
