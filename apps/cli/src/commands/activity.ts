import { formatDate } from '@resumint/wording';
import { JSON_OPTION, readArgs, type Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { writeLines, type Io } from '../io.ts';
import { entryJson } from '../json/entry-json.ts';
import { toJson } from '../json/to-json.ts';
import { ACTIVITY_OPTIONS, activityArguments, activityQueryOf } from '../options/activity-options.ts';
import { nextPageLine, numberedPageOf, PAGE_OPTIONS } from '../options/page-options.ts';
import { activityTable } from '../text/activity-table.ts';

const spec = {
  name: 'activity',
  operands: '',
  about: 'your calls and what was adjusted, by what you look for, the newest first',
  details: 'What is rare is looked for in stretches: each says how far it went, and how to go on.',
  options: { ...ACTIVITY_OPTIONS, ...PAGE_OPTIONS, json: JSON_OPTION },
} as const;

export const activity: Command = { spec, run: runActivity };

async function runActivity({ client, out, err }: Io, args: string[]): Promise<number> {
  const { values } = readArgs(spec, args);
  const { limit, cursor } = numberedPageOf(values);
  const query = activityQueryOf(values);
  const { entries, nextCursor, lookedBackTo, zone } = await client.usage.activity.query({
    query,
    limit,
    cursor,
  });
  if (values.json === true) {
    writeLines(out, [toJson({ entries: entries.map(entryJson), nextCursor, lookedBackTo, zone })]);
    return EXIT.ok;
  }
  if (entries.length > 0) writeLines(out, activityTable(entries, { zone, columns: out.columns }));
  else writeLines(err, [lookedBackTo ? 'Nothing matches so far.' : 'Nothing matches.']);
  if (lookedBackTo) writeLines(err, [`Looked back to ${formatDate(lookedBackTo, zone)}.`]);
  if (nextCursor !== null) {
    const command = `activity${activityArguments(values)}`;
    writeLines(err, [nextPageLine(command, { limit, cursor: nextCursor })]);
  }
  return EXIT.ok;
}
