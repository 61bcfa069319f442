import { AppError } from '@resumint/errors';
import type { Price, PriceBand } from './price.ts';

/**
 * Gives back a price that may be added, or throws `bad_input`. It takes effect now or later, under a version and at a
 * time of its own, so that no receipt there is would be priced anew. No tokens are free, cached ones cost no more than
 * fresh ones, and no band is cheaper than the one below: so what is held for the longest prompt and no cache is enough.
 */
export function checkPrice(price: Price, { now, known }: { now: number; known: readonly Price[] }): Price {
  const { model, version, effectiveAt, bands } = price;
  const ofModel = known.filter((other) => other.model === model);
  if (effectiveAt < now) {
    throw refused(`A price takes effect now or later, not at ${new Date(effectiveAt).toISOString()}.`);
  }
  if (ofModel.some((other) => other.version === version)) throw versionIsTaken(price);
  const atOnce = ofModel.find((other) => other.effectiveAt === effectiveAt);
  if (atOnce) throw refused(`${model} has a price from that time on already: version ${atOnce.version}.`);
  if (bands[0].aboveInputTokens !== 0) throw refused('The first band begins above 0 input tokens.');
  for (const [index, band] of bands.entries()) {
    checkBand(band);
    const below = bands[index - 1];
    if (below) checkOrder(below, band);
  }
  return price;
}

export function versionIsTaken({ model, version }: Price, cause?: unknown): AppError {
  const message = `${model} has a version ${version} already, and receipts may name it. Name another version.`;
  return new AppError('bad_input', message, { cause });
}

function checkBand({ inputNanosPerMillion, cachedInputNanosPerMillion, outputNanosPerMillion }: PriceBand) {
  if (inputNanosPerMillion <= 0n || outputNanosPerMillion <= 0n || cachedInputNanosPerMillion < 0n) {
    throw refused('Input and output cost more than nothing, and cached input no less than nothing.');
  }
  if (cachedInputNanosPerMillion > inputNanosPerMillion) {
    throw refused('Cached input costs no more than other input.');
  }
}

function checkOrder(below: PriceBand, band: PriceBand) {
  if (band.aboveInputTokens <= below.aboveInputTokens) {
    throw refused('Each band begins above more input tokens than the one before it.');
  }
  if (
    band.inputNanosPerMillion < below.inputNanosPerMillion ||
    band.cachedInputNanosPerMillion < below.cachedInputNanosPerMillion ||
    band.outputNanosPerMillion < below.outputNanosPerMillion
  ) {
    throw refused('A band for longer prompts costs no less than the one before it.');
  }
}

function refused(message: string): AppError {
  return new AppError('bad_input', message);
}
