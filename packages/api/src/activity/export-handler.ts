import { z } from 'zod';
import type { Context } from '../context.ts';
import type { Dependencies } from '../dependencies.ts';
import { createFileHandler, fileHeaders } from '../http/file-handler.ts';
import { ActivityQuery } from './activity-query.ts';
import { EXPORT_FORMATS, type ExportFormat } from './export-format.ts';
import { exportRow } from './export-row.ts';
import { listActivity, type ListedActivityPage } from './list-activity.ts';
import { streamText } from './stream-text.ts';

/** Read at once, so that memory does not grow with the export. */
const ENTRIES_PER_PAGE = 500;

const ExportQuery = ActivityQuery.extend({ format: z.enum(['csv', 'json']).default('csv') });

/**
 * All calls and adjustments of the person who asks that match, as a file that is written while it is read. The query
 * has the fields of `usage.activity`, and `format`.
 */
export function createExportHandler(dependencies: Dependencies): (request: Request) => Promise<Response> {
  return createFileHandler(dependencies, async ({ context, userId, fields, signal }) => {
    const { format, ...query } = ExportQuery.parse(fields);
    const pages = pagesOf(context, { userId, query, signal });
    // What cannot be read at all has a status of its own: no file is begun for it.
    const first = await pages.next();
    const parts = partsOf(EXPORT_FORMATS[format], first, pages);
    const body = streamText(told(parts, { signal, report: dependencies.report }));
    const { mediaType } = EXPORT_FORMATS[format];
    return new Response(body, { headers: fileHeaders(`resumint-activity.${format}`, mediaType) });
  });
}

async function* pagesOf(
  context: Context,
  { userId, query, signal }: { userId: string; query: ActivityQuery; signal: AbortSignal },
): AsyncGenerator<ListedActivityPage, undefined> {
  let cursor: number | null = null;
  do {
    signal.throwIfAborted();
    const page: ListedActivityPage = await listActivity(context, userId, {
      query,
      limit: ENTRIES_PER_PAGE,
      cursor,
    });
    yield page;
    cursor = page.nextCursor;
  } while (cursor !== null);
  return undefined;
}

async function* partsOf(
  format: ExportFormat,
  first: IteratorResult<ListedActivityPage, undefined>,
  rest: AsyncGenerator<ListedActivityPage, undefined>,
): AsyncGenerator<string> {
  if (first.done) return;
  const { zone } = first.value;
  let rows = 0;
  const textOf = ({ entries }: ListedActivityPage) =>
    entries.map((entry) => format.row(exportRow(entry, zone), rows++ === 0)).join('');
  yield format.begin(zone) + textOf(first.value);
  for await (const page of rest) yield textOf(page);
  yield format.end;
}

/** Reports what breaks an export off, which its reader sees as a connection that was cut. */
async function* told(
  parts: AsyncGenerator<string>,
  { signal, report }: Pick<Dependencies, 'report'> & { signal: AbortSignal },
): AsyncGenerator<string> {
  try {
    yield* parts;
  } catch (error) {
    if (!signal.aborted) report(error);
    throw error;
  }
}
