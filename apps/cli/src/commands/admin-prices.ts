import { JSON_OPTION, readArgs, type Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { writeLines } from '../io.ts';
import { toJson } from '../json/to-json.ts';
import { priceLines } from '../text/price-lines.ts';

const spec = {
  name: 'admin prices',
  operands: '',
  about: 'what models cost, cost before, and will cost',
  options: { json: JSON_OPTION },
} as const;

export const adminPrices: Command = {
  spec,
  async run({ client, out }, args) {
    const { values } = readArgs(spec, args);
    const prices = await client.prices.list.query();
    writeLines(out, values.json ? [toJson(prices)] : priceLines(prices));
    return EXIT.ok;
  },
};
