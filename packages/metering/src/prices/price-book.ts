import { prices as table, type Database } from '@resumint/drizzle';
import { AppError } from '@resumint/errors';
import { sql } from 'drizzle-orm';
import type { Price, PriceBand } from './price.ts';

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
      loaded = { prices: await loadPrices(db), at };
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
  const rows = prices.flatMap(({ bands, effectiveAt, ...price }) =>
    bands.map((band) => ({ ...price, ...band, effectiveAt: new Date(effectiveAt) })),
  );
  await db
    .insert(table)
    .values(rows)
    .onDuplicateKeyUpdate({ set: { model: sql`${table.model}` } });
}

function newestAt(prices: Price[], model: string, at: number): Price | undefined {
  return prices
    .filter((price) => price.model === model && price.effectiveAt <= at)
    .sort((left, right) => right.effectiveAt - left.effectiveAt)[0];
}

async function loadPrices(db: Database): Promise<Price[]> {
  const rows = await db.select().from(table).orderBy(table.model, table.version, table.aboveInputTokens);
  const byVersion = Map.groupBy(rows, ({ model, version }) => `${model}@${version}`);
  return [...byVersion.values()].flatMap((bands) => toPrice(bands) ?? []);
}

function toPrice([first, ...others]: (typeof table.$inferSelect)[]): Price | null {
  if (!first) return null;
  const { model, version, effectiveAt, source } = first;
  return {
    model,
    version,
    source,
    effectiveAt: effectiveAt.getTime(),
    bands: [band(first), ...others.map(band)],
  };
}

function band(row: typeof table.$inferSelect): PriceBand {
  const { aboveInputTokens, inputNanosPerMillion, cachedInputNanosPerMillion, outputNanosPerMillion } = row;
  return { aboveInputTokens, inputNanosPerMillion, cachedInputNanosPerMillion, outputNanosPerMillion };
}
