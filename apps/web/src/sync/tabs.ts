'use client';

const CHANNEL = 'resumint';
const CHANGES = ['usage', 'choices', 'notifications', 'resumes', 'session', 'preferences'] as const;

/**
 * What changed: numbers of usage, with what calls are made, what was read of notifications, what is kept of resumes and
 * documents, who is signed in, or what was chosen for this browser.
 */
export type Change = (typeof CHANGES)[number];

/** Tells the other tabs of this browser. */
export function tellTabs(change: Change): void {
  keepTime(change);
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(change);
  channel.close();
}

/**
 * Hears what the other tabs tell, until the returned function is called. What was told while this page was loading is
 * heard at once: its numbers may have been read before.
 */
export function hearTabs(hear: (change: Change) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const change = CHANGES.find((known) => known === data);
    if (change) hear(change);
  });
  for (const change of CHANGES) if (toldAt(change) >= performance.timeOrigin) hear(change);
  return () => channel.close();
}

const keyOf = (change: Change) => `${CHANNEL}.told.${change}`;

function keepTime(change: Change): void {
  try {
    localStorage.setItem(keyOf(change), String(Date.now()));
  } catch {
    // In a browser that keeps nothing, a tab that is loading shows the change with its next refresh.
  }
}

function toldAt(change: Change): number {
  try {
    return Number(localStorage.getItem(keyOf(change)));
  } catch {
    return 0;
  }
}
