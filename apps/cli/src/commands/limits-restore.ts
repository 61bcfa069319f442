import { JSON_OPTION, readArgs, type Command } from '../command.ts';
import { LIMIT_OPTIONS, limitNamed } from '../options/limit-options.ts';
import { printLimits } from '../text/print-limits.ts';

const CALLS_PER_DAY = 'calls-per-day';

const spec = {
  name: 'limits restore',
  operands: '[LIMIT …]',
  about: 'take your own lower limits away again, those named or all',
  details: `Limits are named ${[...Object.keys(LIMIT_OPTIONS), CALLS_PER_DAY].join(', ')}.`,
  options: { json: JSON_OPTION },
} as const;

export const limitsRestore: Command = {
  spec,
  async run(io, args) {
    const { values, positionals } = readArgs(spec, args, { least: 0, most: 5 });
    const named = positionals.map((text) => (text === CALLS_PER_DAY ? 'operationsPerDay' : limitNamed(text)));
    const restored = await io.client.limits.restore.mutate(named.length === 0 ? {} : { limits: named });
    return printLimits(io, restored, values.json);
  },
};
