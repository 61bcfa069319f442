/** As the browser's `event` entries have it, in ms. */
export interface SlowEvent {
  /** One for all events of one tap, click or key. */
  interactionId: number;
  duration: number;
}

/** What the browser tells of no shorter event. */
export const SHORTEST_EVENT_MS = 16;

/**
 * Interaction to Next Paint of a visit with few interactions: the longest of them, each as long as its longest event.
 * Where all were shorter than the browser tells of, it is that. https://web.dev/articles/inp
 */
export function interactionToNextPaint(events: SlowEvent[]): number {
  const ofInteractions = events.filter(({ interactionId }) => interactionId > 0);
  return Math.max(SHORTEST_EVENT_MS, ...ofInteractions.map(({ duration }) => duration));
}
