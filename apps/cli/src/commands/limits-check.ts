import { JSON_OPTION, readArgs, seeHelp, type Command } from '../command.ts';
import { usageError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
import { writeLines } from '../io.ts';
import { toJson } from '../json/to-json.ts';
import { denialLines } from '../text/denial-lines.ts';
import { parseCount, parseDollars } from '../text/parse-amount.ts';

const spec = {
  name: 'limits check',
  operands: '',
  about: 'whether a call of a size would be admitted now; spends nothing',
  options: {
    tokens: { type: 'string', value: 'N', about: 'tokens of the call' },
    cost: { type: 'string', value: '$', about: 'dollars of the call, such as 0.01' },
    json: JSON_OPTION,
  },
} as const;

export const limitsCheck: Command = {
  spec,
  async run({ client, out }, args) {
    const { values } = readArgs(spec, args);
    const { tokens, cost, json } = values;
    if (tokens === undefined && cost === undefined) {
      throw usageError(`Say how large the call is. ${seeHelp(spec.name)}`);
    }
    const answer = await client.limits.check.query({
      tokens: Number(parseCount('tokens', tokens ?? '0')),
      costNanos: parseDollars('cost', cost ?? '0'),
    });
    if (json) writeLines(out, [toJson(answer)]);
    else if (answer.denial) writeLines(out, ['It would be refused now.', '', ...denialLines(answer.denial)]);
    else writeLines(out, ['It would be admitted now.']);
    return answer.isAdmitted ? EXIT.ok : EXIT.limit;
  },
};
