import type { Inputs } from '@resumint/client';
import { usageError } from '../command-error.ts';
import { parseCount, parseDollars } from '../text/parse-amount.ts';

type Band = Inputs['prices']['add']['bands'][number];

/** Dollars a million tokens, as they were typed. */
type Dollars = readonly [input: string, cachedInput: string, output: string];

export function bandOf(aboveInputTokens: number, [input, cachedInput, output]: Dollars): Band {
  return {
    aboveInputTokens,
    inputNanosPerMillion: parseDollars('input', input),
    cachedInputNanosPerMillion: parseDollars('cached-input', cachedInput),
    outputNanosPerMillion: parseDollars('output', output),
  };
}

/** Bands for longer prompts, such as `272000:5/0.50/22.50`. */
export function longerBandsOf(text: string | undefined): Band[] {
  return (text?.trim().split(/\s+/) ?? []).map((band) => {
    const [, above, input, cachedInput, output] = /^([\d,_]+):([^/]+)\/([^/]+)\/([^/]+)$/.exec(band) ?? [];
    if (above === undefined || input === undefined || cachedInput === undefined || output === undefined) {
      throw usageError(`--above takes such as 272000:5/0.50/22.50, not "${band}".`);
    }
    return bandOf(Number(parseCount('above', above)), [input, cachedInput, output]);
  });
}
