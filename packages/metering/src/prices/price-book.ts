import { prices as table, type Database } from '@resumint/drizzle';
import { AppError } from '@resumint/errors';
import { sql } from 'drizzle-orm';
import type { Price } from './price.ts';
import { readPrices, toPriceRows } from './read-prices.ts';

export interface PriceBook {
  /** The prices that there are, of all times. */
  load(): Promise<PriceList>;
}

export interface PriceList {
  /** The price of a model at a time. Throws `no_price` for a model without one: unknown is refused, never free. */
  priceOf(model: string, at: number): Price;
  /** The price that a hold names, whatever came after it. Throws `no_price` where there was none when this was loaded. */
  priceOfVersion(model: string, version: string): Price;
}

const FRESH_FOR_MS = 60_000;

/** Prices from the database, read again after a minute: rows are only ever added. */
export function createPriceBook(db: Database): PriceBook {
  // The prices are kept, not their promise: workerd hangs on a promise that another request began.
  let loaded: { list: PriceList; at: number } | null = null;
  return {
    async load() {
      if (!loaded || performance.now() - loaded.at > FRESH_FOR_MS) {
        const at = performance.now();
        loaded = { list: priceListOf(await readPrices(db)), at };
      }
      return loaded.list;
    },
  };
}

/** Prices that were read, or are known otherwise. */
export function priceListOf(prices: readonly Price[]): PriceList {
  return {
    priceOf: (model, at) => newestAt(prices, model, at) ?? refuse(model),
    priceOfVersion: (model, version) =>
      prices.find((price) => price.model === model && price.version === version) ?? refuse(model),
  };
}

function refuse(model: string): never {
  throw new AppError(
    'no_price',
    `There is no price for the model ${model}, so it cannot be used. Nothing was spent.`,
  );
}

/** Adds prices that are not there yet. A version that is there stays as it is. */
export async function addPrices(db: Database, prices: readonly Price[]): Promise<void> {
  await db
    .insert(table)
    .values(prices.flatMap(toPriceRows))
    .onDuplicateKeyUpdate({ set: { model: sql`${table.model}` } });
}

function newestAt(prices: readonly Price[], model: string, at: number): Price | undefined {
  return prices
    .filter((price) => price.model === model && price.effectiveAt <= at)
    .sort(
      (left, right) => right.effectiveAt - left.effectiveAt || (left.version < right.version ? 1 : -1),
    )[0];
}
