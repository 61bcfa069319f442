import { JSON_OPTION, readArgs, seeHelp, type Command } from '../command.ts';
import { usageError } from '../command-error.ts';
import { printLimits } from '../text/print-limits.ts';

const spec = {
  name: 'limits warn',
  operands: '',
  about: 'set from which share of your limits on you are warned',
  options: {
    tokens: { type: 'string', value: '%', about: 'of tokens, 1 to 100' },
    cost: { type: 'string', value: '%', about: 'of cost, 1 to 100' },
    json: JSON_OPTION,
  },
} as const;

export const limitsWarn: Command = {
  spec,
  async run(io, args) {
    const { values } = readArgs(spec, args);
    const { tokens, cost, json } = values;
    if (tokens === undefined && cost === undefined) {
      throw usageError(`Say of what: --tokens, --cost or both. ${seeHelp(spec.name)}`);
    }
    const current = await io.client.limits.warn.mutate({
      ...(tokens !== undefined && { tokens: percentOf('tokens', tokens) }),
      ...(cost !== undefined && { cost: percentOf('cost', cost) }),
    });
    return printLimits(io, current, json);
  },
};

function percentOf(flag: string, text: string): number {
  if (/^([1-9]\d?|100)$/.test(text)) return Number(text);
  throw usageError(`--${flag} takes 1 to 100, not "${text}".`);
}
