import type { Price, PriceBand } from './price.ts';

const PAGE = 'https://platform.openai.com/docs/pricing';
/** Not read off the vendor's page: hold these against it before real money is charged by them. */
const SOURCE = `published tables of OpenAI prices of March 2026, unverified; ${PAGE}`;
const SOURCE_OF_LATER = `published tables of OpenAI prices of November 2026, unverified; ${PAGE}`;

/** Dollars a million tokens, as the vendor writes them: input, cached input, output. */
type Dollars = readonly [input: string, cachedInput: string, output: string];

/** Public prices of OpenAI's models, text tokens, standard tier. */
export const OPENAI_PRICES: readonly Price[] = [
  price('gpt-5', '2025-08-07', ['1.25', '0.125', '10']),
  price('gpt-5-mini', '2025-08-07', ['0.25', '0.025', '2']),
  price('gpt-5-nano', '2025-08-07', ['0.05', '0.005', '0.4']),
  price('gpt-4.1', '2025-04-14', ['2', '0.5', '8']),
  price('gpt-4.1-mini', '2025-04-14', ['0.4', '0.1', '1.6']),
  price('gpt-4.1-nano', '2025-04-14', ['0.1', '0.025', '0.4']),
  price('gpt-4o', '2024-10-01', ['2.5', '1.25', '10']),
  price('gpt-4o-mini', '2024-07-18', ['0.15', '0.075', '0.6']),
  {
    ...withLongPrompts(price('gpt-5.4', '2026-03-05', ['2.5', '0.25', '15']), 272_000, ['5', '0.5', '22.5']),
    source: SOURCE_OF_LATER,
  },
];

function price(model: string, from: string, dollars: Dollars): Price {
  const effectiveAt = Date.parse(`${from}T00:00:00Z`);
  return { model, version: from, effectiveAt, bands: [band(0, dollars)], source: SOURCE };
}

/** A whole call of more input tokens than this is priced by the band for long prompts. */
function withLongPrompts(base: Price, aboveInputTokens: number, dollars: Dollars): Price {
  return { ...base, bands: [...base.bands, band(aboveInputTokens, dollars)] };
}

function band(aboveInputTokens: number, [input, cachedInput, output]: Dollars): PriceBand {
  return {
    aboveInputTokens,
    inputNanosPerMillion: dollarsToNanos(input),
    cachedInputNanosPerMillion: dollarsToNanos(cachedInput),
    outputNanosPerMillion: dollarsToNanos(output),
  };
}

/** Exact, from decimal text: money never passes through a float. */
function dollarsToNanos(dollars: string): bigint {
  const [whole = '0', fraction = ''] = dollars.split('.');
  return BigInt(whole + fraction.padEnd(9, '0'));
}
