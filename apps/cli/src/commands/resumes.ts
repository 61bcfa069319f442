import { formatTime } from '@resumint/wording';
import { JSON_OPTION, readArgs, type Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { writeLines, type Io } from '../io.ts';
import { toJson } from '../json/to-json.ts';
import { formatTable } from '../text/format-table.ts';
import { nextPageLine, PAGE_OPTIONS, pageOf } from '../options/page-options.ts';

const spec = {
  name: 'resumes',
  operands: '',
  about: 'list your saved resumes, the newest first',
  options: { ...PAGE_OPTIONS, json: JSON_OPTION },
} as const;

export const resumes: Command = { spec, run: runResumes };

async function runResumes({ client, out, err, zone }: Io, args: string[]): Promise<number> {
  const { values } = readArgs(spec, args);
  const { limit, cursor } = pageOf(values);
  const page = await client.resumes.list.query({ limit, cursor });
  if (values.json) {
    writeLines(out, [toJson(page)]);
    return EXIT.ok;
  }
  if (page.resumes.length === 0) {
    writeLines(err, ['No resumes are saved. "parse FILE --save TITLE" saves one.']);
    return EXIT.ok;
  }
  const rows = page.resumes.map(({ resumeId, title, updatedAt }) => [
    resumeId,
    title,
    formatTime(updatedAt, zone),
  ]);
  writeLines(out, formatTable([{ title: 'Resume' }, { title: 'Title' }, { title: 'Changed' }], rows));
  if (page.nextCursor !== null) {
    writeLines(err, [nextPageLine('resumes', { limit, cursor: page.nextCursor })]);
  }
  return EXIT.ok;
}
