import { parseArgs } from 'node:util';
import type { Browser } from '@playwright/test';
import { createClient } from '@resumint/client';
import { readDemoToken, type Product } from '@resumint/scripts/launch-product';
import { signInBrowser } from './fixtures/person.ts';
import { makeSubjects, withNewestCall } from './fixtures/subjects.ts';
import { INTERACTIONS } from './measure/interactions.ts';
import { BUDGET, judgeLoads, type Judgement } from './measure/judge-loads.ts';
import { measureLoad, type Load } from './measure/measure-load.ts';
import { pathOf, PAGES, type Subjects } from './pages.ts';
import { withBrowser } from './with-browser.ts';

const USAGE = 'npm run measure:web -- [--json] [--calls N]';
const RUNS = 5;
/** All of them are of the one person whose pages are measured. */
const CALLS = 100_000;

interface Measured extends Judgement {
  route: string;
  runs: Load[];
}

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, calls: { type: 'string' } },
});
const calls = Number(values.calls ?? CALLS);
if (!Number.isInteger(calls) || calls < 1) throw new RangeError(USAGE);

await withBrowser(
  async (tools) => {
    const measured = await measure(tools);
    if (values.json) console.log(JSON.stringify({ calls, budget: BUDGET, pages: measured }, null, 2));
    else printTable(measured);
    process.exitCode = measured.some(({ over }) => over.length > 0) ? 1 : 0;
  },
  { heavyCalls: calls },
);

/** Every page, as the person of the heavy seed sees it. */
async function measure({ product, browser }: { product: Product; browser: Browser }): Promise<Measured[]> {
  const token = readDemoToken(product.dataDirectory);
  const subjects = await subjectsOf(product, token);
  const measured: Measured[] = [];
  for (const { name, route, isPublic } of PAGES) {
    const runs: Load[] = [];
    while (runs.length < RUNS) {
      const context = await browser.newContext({ baseURL: product.url });
      if (!isPublic) await signInBrowser(context, { token }, product.url);
      runs.push(await measureLoad(context, pathOf(name, subjects), INTERACTIONS[name]));
      await context.close();
    }
    measured.push({ route, ...judgeLoads(runs), runs });
  }
  return measured;
}

async function subjectsOf({ url }: Product, token: string): Promise<Subjects> {
  const api = createClient({ url: `${url}/api/trpc`, token });
  return withNewestCall(api, await makeSubjects(api));
}

function printTable(measured: Measured[]): void {
  console.log(
    `\nFirst load of each page by a person of ${calls} calls, ${RUNS} runs each: median, and maximum in parentheses\n`,
  );
  printRow(['page', 'JavaScript, gzipped', 'LCP', 'CLS', 'INP', '']);
  for (const { route, median, maximum, over } of measured) {
    printRow([route, ...cells(median, maximum), over.length > 0 ? `over: ${over.join(', ')}` : 'in budget']);
  }
  const { scriptBytes, lcpMs, cls, inpMs } = BUDGET;
  printRow(['budget', kilobytes(scriptBytes), milliseconds(lcpMs), shift(cls), milliseconds(inpMs), '']);
}

function cells(median: Load, maximum: Load): string[] {
  return [
    `${kilobytes(median.scriptBytes)} (${kilobytes(maximum.scriptBytes)})`,
    `${milliseconds(median.lcpMs)} (${milliseconds(maximum.lcpMs)})`,
    `${shift(median.cls)} (${shift(maximum.cls)})`,
    median.inpMs === null ? '' : `${milliseconds(median.inpMs)} (${milliseconds(maximum.inpMs ?? 0)})`,
  ];
}

function printRow(row: string[]): void {
  const widths = [34, 22, 20, 16, 18, 0];
  console.log(`  ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('')}`.trimEnd());
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`;
}

function milliseconds(ms: number): string {
  return `${Math.round(ms)} ms`;
}

function shift(cls: number): string {
  return cls.toFixed(3);
}
