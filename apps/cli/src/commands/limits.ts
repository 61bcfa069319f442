import { JSON_OPTION, readArgs, type Command } from '../command.ts';
import { printLimits } from '../text/print-limits.ts';

const spec = {
  name: 'limits',
  operands: '',
  about: 'your limits, and who set each',
  options: { json: JSON_OPTION },
} as const;

export const limits: Command = {
  spec,
  async run(io, args) {
    const { values } = readArgs(spec, args);
    return printLimits(io, await io.client.limits.get.query(), values.json);
  },
};
