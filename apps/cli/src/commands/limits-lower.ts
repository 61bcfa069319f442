import { JSON_OPTION, readArgs, seeHelp, type Command } from '../command.ts';
import { usageError } from '../command-error.ts';
import { CAP_OPTIONS, capsOf } from '../options/cap-options.ts';
import { amountsOf, LIMIT_OPTIONS } from '../options/limit-options.ts';
import { printLimits } from '../text/print-limits.ts';

const spec = {
  name: 'limits lower',
  operands: '',
  about: 'set lower limits of your own; they act on the next call',
  options: { ...LIMIT_OPTIONS, ...CAP_OPTIONS, json: JSON_OPTION },
} as const;

export const limitsLower: Command = {
  spec,
  async run(io, args) {
    const { values } = readArgs(spec, args);
    const amounts = amountsOf(values);
    const operationsPerDay = capsOf(values['calls-per-day']);
    const hasCaps = Object.keys(operationsPerDay).length > 0;
    if (Object.keys(amounts).length === 0 && !hasCaps) {
      throw usageError(`Name a limit to lower. ${seeHelp(spec.name)}`);
    }
    const lowered = await io.client.limits.lower.mutate({ ...amounts, ...(hasCaps && { operationsPerDay }) });
    return printLimits(io, lowered, values.json);
  },
};
