import { gzipSync } from 'node:zlib';
import type { BrowserContext, Page, Response } from '@playwright/test';
import { interactionToNextPaint } from './interaction-to-next-paint.ts';
import type { Interaction } from './interactions.ts';
import { cumulativeLayoutShift, type LayoutShift } from './layout-shift.ts';
import { keepSlowEvents, untilPainted } from './slow-events.ts';

/** What one first load of a page takes, and what is done on it then. */
export interface Load {
  /** Of all scripts that came until the load event, each compressed by gzip, however the server sends it. */
  scriptBytes: number;
  /** Largest Contentful Paint. */
  lcpMs: number;
  /** Cumulative Layout Shift. */
  cls: number;
  /** Interaction to Next Paint; null where nothing is done. */
  inpMs: number | null;
}

/** Loads the page in a context that has seen nothing before, and uses it. Throws where the page is not there. */
export async function measureLoad(
  context: BrowserContext,
  path: string,
  interactions: readonly Interaction[] = [],
): Promise<Load> {
  const page = await context.newPage();
  const scripts = new Map<string, Response>();
  const keep = (response: Response) => {
    if (response.request().resourceType() === 'script') scripts.set(response.url(), response);
  };
  page.on('response', keep);
  const answer = await page.goto(path, { waitUntil: 'load' });
  page.off('response', keep);
  if (!answer?.ok()) throw new Error(`${path} answers with ${answer?.status() ?? 'nothing'}.`);
  await page.waitForLoadState('networkidle');
  const inpMs = interactions.length > 0 ? await measureInteractions(page, interactions) : null;
  const { lcpMs, shifts } = await readPaints(page);
  const bodies = await Promise.all([...scripts.values()].map((script) => script.body()));
  const scriptBytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
  return { scriptBytes, lcpMs, cls: cumulativeLayoutShift(shifts), inpMs };
}

async function measureInteractions(page: Page, interactions: readonly Interaction[]): Promise<number> {
  const events = await keepSlowEvents(page);
  for (const interact of interactions) {
    await interact(page);
    await untilPainted(page);
  }
  return interactionToNextPaint(await events.jsonValue());
}

function readPaints(page: Page): Promise<{ lcpMs: number; shifts: LayoutShift[] }> {
  return page.evaluate(async () => {
    const lcp = (await entriesOf('largest-contentful-paint')).at(-1);
    if (!lcp) throw new Error('Nothing was painted.');
    const shifts = await entriesOf('layout-shift');
    return {
      lcpMs: lcp.startTime,
      shifts: shifts.map((entry) => ({
        startTime: entry.startTime,
        value: Number(Reflect.get(entry, 'value')),
        hadRecentInput: Boolean(Reflect.get(entry, 'hadRecentInput')),
      })),
    };

    /** Entries so far are handed over in one go; a second observer's come after them. */
    function entriesOf(type: string): Promise<PerformanceEntry[]> {
      return new Promise((resolve) => {
        const entries: PerformanceEntry[] = [];
        const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()));
        observer.observe({ type, buffered: true });
        setTimeout(() => resolve([...entries, ...observer.takeRecords()]), 0);
      });
    }
  });
}
