import { JSON_OPTION, readArgs, type Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { writeLines } from '../io.ts';
import { toJson } from '../json/to-json.ts';
import { auditLines } from '../text/audit-lines.ts';
import { writeText } from '../text/write-text.ts';

const spec = {
  name: 'audit',
  operands: '',
  about: 'verify your usage record: nothing edited, missing or put in, and every total right',
  details: 'A long record is verified from its last checkpoint on. Exits with 1 where something is found.',
  options: {
    full: { type: 'boolean', about: 'from the first entry, also where that takes a while' },
    json: JSON_OPTION,
  },
} as const;

export const audit: Command = {
  spec,
  async run({ client, out, zone }, args) {
    const { values } = readArgs(spec, args);
    const answer = await client.usage.audit.query({ extent: values.full === true ? 'full' : 'usual' });
    if (values.json) writeLines(out, [toJson(answer)]);
    else writeText(out, auditLines(answer, zone));
    return answer.found === 0 && answer.isExact ? EXIT.ok : EXIT.unexpected;
  },
};
