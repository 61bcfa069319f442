import type { Denial } from '../answers.ts';
import { JSON_OPTION, readArgs, seeHelp, type Command } from '../command.ts';
import { explainDenial } from '../calls/explain-denial.ts';
import { usageError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
import { writeLines, type Io } from '../io.ts';
import { toJson } from '../json/to-json.ts';
import { parseCount, parseDollars } from '../text/parse-amount.ts';
import { writeText } from '../text/write-text.ts';

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
  async run(io, args) {
    const { values } = readArgs(spec, args);
    const { tokens, cost, json } = values;
    if (tokens === undefined && cost === undefined) {
      throw usageError(`Say how large the call is. ${seeHelp(spec.name)}`);
    }
    const answer = await io.client.limits.check.query({
      tokens: Number(parseCount('tokens', tokens ?? '0')),
      costNanos: parseDollars('cost', cost ?? '0'),
    });
    if (json) writeLines(io.out, [toJson(answer)]);
    else writeText(io.out, await answerLines(io, answer.denial));
    return answer.isAdmitted ? EXIT.ok : EXIT.limit;
  },
};

async function answerLines(io: Io, denial: Denial | null): Promise<string[]> {
  if (!denial) return ['It would be admitted now.'];
  return ['It would be refused now.', '', ...(await explainDenial(io, denial, { call: null }))];
}
