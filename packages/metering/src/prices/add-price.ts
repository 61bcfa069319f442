import { prices as table } from '@resumint/drizzle';
import type { Ledger } from '../ledger/ledger.ts';
import { readClock } from '../ledger/read-stream.ts';
import { checkPrice, versionIsTaken } from './check-price.ts';
import type { Price } from './price.ts';
import { readPrices, toPriceRows } from './read-prices.ts';

/** A price to add. Without a time it takes effect now, without a version it is named after its day. */
export interface NewPrice extends Pick<Price, 'model' | 'bands' | 'source'> {
  version?: string | undefined;
  effectiveAt?: Date | undefined;
}

/**
 * Adds a version of a model's price, or throws `bad_input`. Rows that are there are never changed. Processes go by it
 * once they have read prices again, which takes up to a minute.
 */
export async function addPrice(
  { db }: Pick<Ledger, 'db'>,
  { version, effectiveAt, ...rest }: NewPrice,
): Promise<Price> {
  const [now, known] = await Promise.all([readClock({ db }), readPrices(db)]);
  const at = effectiveAt?.getTime() ?? now;
  const named = { ...rest, version: version ?? new Date(at).toISOString().slice(0, 10), effectiveAt: at };
  const price = checkPrice(named, { now, known });
  try {
    await db.insert(table).values(toPriceRows(price));
  } catch (error) {
    // Another admin may have taken the version between the read and the insert.
    const isTaken = (await readPrices(db)).some(
      (other) => other.model === price.model && other.version === price.version,
    );
    throw isTaken ? versionIsTaken(price, error) : error;
  }
  return price;
}
