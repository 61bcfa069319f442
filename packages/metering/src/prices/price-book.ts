import { prices as table, type Database } from '@resumint/drizzle';
import { AppError } from '@resumint/errors';
import { sql } from 'drizzle-orm';
import type { Price } from './price.ts';
import { readPrices, toPriceRows } from './read-prices.ts';

export interface PriceBook {
  /** The price of a model at a time. Throws `no_price` for a model without one: unknown is refused, never free. */
  priceOf(model: string, at: number): Promise<Price>;
}

const FRESH_FOR_MS = 60_000;

/** Prices from the database, read again after a minute: rows are only ever added. */
export function createPriceBook(db: Database): PriceBook {
  // The prices are kept, not their promise: workerd hangs on a promise that another request began.
  let loaded: { prices: Price[]; at: number } | null = null;
  const load = async () => {
    if (!loaded || performance.now() - loaded.at > FRESH_FOR_MS) {
      const at = performance.now();
      loaded = { prices: await readPrices(db), at };
    }
    return loaded.prices;
  };
  return {
    async priceOf(model, at) {
      const price = newestAt(await load(), model, at);
      return price ?? refuse(model);
    },
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

function newestAt(prices: Price[], model: string, at: number): Price | undefined {
  return prices
    .filter((price) => price.model === model && price.effectiveAt <= at)
    .sort(
      (left, right) => right.effectiveAt - left.effectiveAt || (left.version < right.version ? 1 : -1),
    )[0];
}
