import { JSON_OPTION, readArgs, seeHelp, type Command } from '../command.ts';
import { usageError } from '../command-error.ts';
import { printLimits } from '../text/print-limits.ts';

const MOST = 8;
const NONE = 'none';

const spec = {
  name: 'limits alert',
  operands: 'PERCENT …|none',
  about: 'set at which shares of each limit you are told, once a window',
  details: `Up to ${MOST} shares, 1 to 100, such as 50 80 100; "${NONE}" to be told of none.`,
  options: { json: JSON_OPTION },
} as const;

export const limitsAlert: Command = {
  spec,
  async run(io, args) {
    const { values, positionals } = readArgs(spec, args, { least: 1, most: MOST });
    const isNone = positionals.length === 1 && positionals[0] === NONE;
    const percents = isNone ? [] : positionals.map(percentOf);
    return printLimits(io, await io.client.limits.alertAt.mutate({ percents }), values.json);
  },
};

function percentOf(text: string): number {
  if (/^([1-9]\d?|100)$/.test(text)) return Number(text);
  throw usageError(`A share is 1 to 100, not "${text}". ${seeHelp(spec.name)}`);
}
