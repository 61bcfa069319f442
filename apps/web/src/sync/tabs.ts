'use client';

const CHANNEL = 'resumint';
const CHANGES = ['usage', 'resumes', 'session'] as const;

/** What changed: numbers of usage, what is kept of resumes and documents, or who is signed in. */
export type Change = (typeof CHANGES)[number];

/** Tells the other tabs of this browser. */
export function tellTabs(change: Change): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(change);
  channel.close();
}

/** Hears what the other tabs tell, until the returned function is called. */
export function hearTabs(hear: (change: Change) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const change = CHANGES.find((known) => known === data);
    if (change) hear(change);
  });
  return () => channel.close();
}
