import { parseArgs } from 'node:util';
import type { Browser } from '@playwright/test';
import type { Product } from '@resumint/scripts/launch-product';
import { createPerson, signInBrowser } from './fixtures/person.ts';
import { makeSubjects } from './fixtures/subjects.ts';
import { BUDGET, judgeLoads, type Judgement } from './measure/judge-loads.ts';
import { measureLoad, type Load } from './measure/measure-load.ts';
import { pathOf, PAGES } from './pages.ts';
import { withBrowser } from './with-browser.ts';

const RUNS = 5;
const MEASURED = ['billing', 'resume'] as const;

interface Measured extends Judgement {
  route: string;
  runs: Load[];
}

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

await withBrowser(async (tools) => {
  const measured = await measure(tools);
  if (values.json) console.log(JSON.stringify({ budget: BUDGET, pages: measured }, null, 2));
  else printTable(measured);
  process.exitCode = measured.some(({ over }) => over.length > 0) ? 1 : 0;
});

async function measure({ product, browser }: { product: Product; browser: Browser }): Promise<Measured[]> {
  const person = await createPerson(product.url);
  const subjects = await makeSubjects(person.api);
  const measured: Measured[] = [];
  for (const name of MEASURED) {
    const runs: Load[] = [];
    while (runs.length < RUNS) {
      const context = await browser.newContext({ baseURL: product.url });
      await signInBrowser(context, person, product.url);
      runs.push(await measureLoad(context, pathOf(name, subjects)));
      await context.close();
    }
    const route = PAGES.find((page) => page.name === name)?.route ?? name;
    measured.push({ route, ...judgeLoads(runs), runs });
  }
  return measured;
}

function printTable(measured: Measured[]): void {
  console.log(`\nFirst load of a page, ${RUNS} runs each: median, and maximum in parentheses\n`);
  printRow(['page', 'JavaScript, gzipped', 'LCP', 'CLS', '']);
  for (const { route, median, maximum, over } of measured) {
    printRow([route, ...cells(median, maximum), over.length > 0 ? `over: ${over.join(', ')}` : 'in budget']);
  }
  printRow(['budget', kilobytes(BUDGET.scriptBytes), milliseconds(BUDGET.lcpMs), shift(BUDGET.cls), '']);
}

function cells(median: Load, maximum: Load): string[] {
  return [
    `${kilobytes(median.scriptBytes)} (${kilobytes(maximum.scriptBytes)})`,
    `${milliseconds(median.lcpMs)} (${milliseconds(maximum.lcpMs)})`,
    `${shift(median.cls)} (${shift(maximum.cls)})`,
  ];
}

function printRow(row: string[]): void {
  const widths = [22, 24, 20, 18, 0];
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
