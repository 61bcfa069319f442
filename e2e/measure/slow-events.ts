import type { JSHandle, Page } from '@playwright/test';
import { SHORTEST_EVENT_MS, type SlowEvent } from './interaction-to-next-paint.ts';

/** What the browser tells from now on of events that took long; it is kept in the page. */
export function keepSlowEvents(page: Page): Promise<JSHandle<SlowEvent[]>> {
  return page.evaluateHandle((durationThreshold) => {
    const kept: SlowEvent[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const interactionId = Number(Reflect.get(entry, 'interactionId'));
        kept.push({ interactionId, duration: entry.duration });
      }
    });
    observer.observe({ type: 'event', durationThreshold } as PerformanceObserverInit);
    return kept;
  }, SHORTEST_EVENT_MS);
}

/** What was done is painted, and what there is to tell of it is told: some time after the frame, which no event says. */
export async function untilPainted(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50)));
      }),
  );
}
