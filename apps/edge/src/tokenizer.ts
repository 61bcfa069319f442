import type * as Tokenizer from 'gpt-tokenizer/encoding/o200k_base';

let tokenizer: typeof Tokenizer | undefined;

/**
 * Stands in the bundle for `gpt-tokenizer/encoding/o200k_base`, whose tables take most of the time that the worker
 * takes to start: they are unfolded when something is first counted.
 */
export const encode: typeof Tokenizer.encode = (...given) => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the only way to evaluate a bundled module late without waiting for it
  tokenizer ??= require('gpt-tokenizer/encoding/o200k_base') as typeof Tokenizer;
  return tokenizer.encode(...given);
};
