import { JSON_OPTION, readArgs, type Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { writeLines } from '../io.ts';
import { toJson } from '../json/to-json.ts';
import { ANALYTICS_OPTIONS, analyticsQueryOf } from '../options/analytics-options.ts';
import { analyticsLines } from '../text/analytics-lines.ts';

const spec = {
  name: 'analytics',
  operands: '',
  about: 'what you have used over time, by day or month and by what it was for',
  options: { ...ANALYTICS_OPTIONS, json: JSON_OPTION },
} as const;

export const analytics: Command = {
  spec,
  async run({ client, out }, args) {
    const { values } = readArgs(spec, args);
    const query = analyticsQueryOf(values);
    const usage = await client.usage.analytics.query(query);
    writeLines(out, values.json ? [toJson(usage)] : analyticsLines(usage, query));
    return EXIT.ok;
  },
};
