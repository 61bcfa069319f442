import { describeSuggestion, formatCount } from '@resumint/wording';
import type { Suggestions } from '../answers.ts';
import { JSON_OPTION, readArgs, type Command } from '../command.ts';
import { usageError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
import { writeLines, type Io } from '../io.ts';
import { toJson } from '../json/to-json.ts';
import { writeText } from '../text/write-text.ts';

const spec = {
  name: 'suggestions',
  operands: '',
  about: 'what would have cost you less in the last 30 days',
  options: {
    accept: { type: 'string', value: 'ID', about: 'make it your choice, which calls go by that name none' },
    undo: { type: 'string', value: 'ID', about: 'make your choice what it was before' },
    json: JSON_OPTION,
  },
} as const;

export const suggestions: Command = {
  spec,
  async run(io, args) {
    const { values } = readArgs(spec, args);
    const found = await ask(io, values);
    if (values.json) writeLines(io.out, [toJson(found)]);
    else writeText(io.out, suggestionLines(found));
    return EXIT.ok;
  },
};

function ask(
  { client }: Io,
  { accept, undo }: { accept?: string | undefined; undo?: string | undefined },
): Promise<Suggestions> {
  if (accept !== undefined && undo !== undefined) throw usageError('Take one of --accept and --undo.');
  if (accept !== undefined) return client.suggestions.accept.mutate({ id: accept });
  if (undo !== undefined) return client.suggestions.undo.mutate({ id: undo });
  return client.suggestions.list.query();
}

function suggestionLines({ suggestions: found, applied, isCut, callsLookedAt }: Suggestions): string[] {
  const lines = found.flatMap((suggestion) => {
    const { title, details } = describeSuggestion(suggestion);
    return [title, `  ${details}`, `  --accept ${suggestion.id}`];
  });
  return [
    ...(lines.length === 0 ? ['Nothing that 20 of your calls speak for.'] : lines),
    ...(isCut ? ['', `Caps and repeated inputs go by your last ${formatCount(callsLookedAt)} calls.`] : []),
    ...(applied.length === 0 ? [] : ['', 'Accepted', ...applied.map(({ id }) => `  --undo ${id}`)]),
  ];
}
