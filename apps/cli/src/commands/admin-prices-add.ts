import { JSON_OPTION, readArgs, seeHelp, type Command } from '../command.ts';
import { usageError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
import { writeLines } from '../io.ts';
import { toJson } from '../json/to-json.ts';
import { bandOf, longerBandsOf } from '../options/price-bands.ts';
import { priceLines } from '../text/price-lines.ts';

const spec = {
  name: 'admin prices add',
  operands: 'MODEL',
  about: 'add a version of what a model costs, from now or later on (admins only)',
  details:
    'Prices are in dollars a million tokens. What is there is never changed: receipts name it. Calls that begin when ' +
    'the new version is in effect go by it, at most a minute later.',
  options: {
    input: { type: 'string', value: '$', about: 'input, such as 0.40' },
    'cached-input': { type: 'string', value: '$', about: 'input that the provider had in its cache' },
    output: { type: 'string', value: '$', about: 'output, reasoning included' },
    above: {
      type: 'string',
      value: 'N:$/$/$',
      about: 'the same three for calls of more than N input tokens; several with spaces between',
    },
    from: {
      type: 'string',
      value: 'TIME',
      about: 'when it takes effect, such as 2027-01-01 (UTC); now when left out',
    },
    version: { type: 'string', value: 'V', about: 'its name on receipts; its day when left out' },
    source: {
      type: 'string',
      value: 'S',
      about: 'where these numbers are from, such as an address and a date',
    },
    json: JSON_OPTION,
  },
} as const;

export const adminPricesAdd: Command = {
  spec,
  async run({ client, out }, args) {
    const { values, positionals } = readArgs(spec, args, { least: 1 });
    const { input, output, source, from, version, above, json } = values;
    const cachedInput = values['cached-input'];
    if (input === undefined || cachedInput === undefined || output === undefined || source === undefined) {
      throw usageError(`Give --input, --cached-input, --output and --source. ${seeHelp(spec.name)}`);
    }
    const price = await client.prices.add.mutate({
      model: positionals[0] ?? '',
      bands: [bandOf(0, [input, cachedInput, output]), ...longerBandsOf(above)],
      source,
      ...(version !== undefined && { version }),
      ...(from !== undefined && { effectiveAt: timeOf(from) }),
    });
    writeLines(out, json ? [toJson(price)] : priceLines([price]));
    return EXIT.ok;
  },
};

/** ISO 8601; a day is its beginning in UTC, and a time without a zone is none. */
function timeOf(text: string): Date {
  const isInstant = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?Z)?$/.test(text);
  const at = new Date(text);
  if (isInstant && !Number.isNaN(at.getTime())) return at;
  throw usageError(`--from takes a day or a time such as 2027-01-01 or 2027-01-01T08:00Z, not "${text}".`);
}
