import { prices as table, type Database } from '@resumint/drizzle';
import type { Price, PriceBand } from './price.ts';

/** Every price there ever was or is to come, by model and version. */
export async function readPrices(db: Database): Promise<Price[]> {
  const rows = await db.select().from(table).orderBy(table.model, table.version, table.aboveInputTokens);
  const byVersion = Map.groupBy(rows, ({ model, version }) => `${model}@${version}`);
  return [...byVersion.values()].flatMap((bands) => toPrice(bands) ?? []);
}

/** One row a band. */
export function toPriceRows({
  bands,
  effectiveAt,
  ...price
}: Price): [typeof table.$inferInsert, ...(typeof table.$inferInsert)[]] {
  const [first, ...others] = bands;
  const row = (priced: PriceBand) => ({ ...price, ...priced, effectiveAt: new Date(effectiveAt) });
  return [row(first), ...others.map(row)];
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
