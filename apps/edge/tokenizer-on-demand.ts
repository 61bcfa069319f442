import { createRequire } from 'node:module';
import type { Plugin } from 'esbuild';
import { z } from 'zod';

const require = createRequire(import.meta.url);

const Ranks = z.object({ default: z.array(z.union([z.string(), z.array(z.number())])) });

/**
 * Puts `standIn` in the place of the tokenizer wherever that is imported, but not where it is required. Its table
 * becomes a text that is parsed when it is required: engines read past a text much faster than past a list of 200 000.
 */
export function tokenizerOnDemand(standIn: string): Plugin {
  return {
    name: 'tokenizer-on-demand',
    setup(bundle) {
      bundle.onResolve({ filter: /^gpt-tokenizer\/encoding\/o200k_base$/ }, ({ kind }) =>
        kind === 'import-statement' ? { path: standIn } : undefined,
      );
      bundle.onLoad({ filter: /gpt-tokenizer\/cjs\/bpeRanks\/o200k_base\.js$/ }, ({ path }) => {
        const ranks = JSON.stringify(Ranks.parse(require(path)).default);
        const contents = `exports.__esModule = true; exports.default = JSON.parse(${JSON.stringify(ranks)});`;
        return { contents, loader: 'js' };
      });
    },
  };
}
