import { nextPageLine, numberedPageOf, PAGE_OPTIONS, type NumberedPage } from '../options/page-options.ts';
import { JSON_OPTION, readArgs, type Command } from '../command.ts';
import { usageError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
import { writeLines, type Io } from '../io.ts';
import { receiptJson } from '../json/receipt-json.ts';
import { summaryJson } from '../json/summary-json.ts';
import { toJson } from '../json/to-json.ts';
import { adjustmentTable } from '../text/adjustment-table.ts';
import { receiptLines } from '../text/receipt-lines.ts';
import { receiptTable } from '../text/receipt-table.ts';
import { usageLines } from '../text/usage-lines.ts';
import { writeText } from '../text/write-text.ts';

const spec = {
  name: 'usage',
  operands: '[OPERATION_ID]',
  about: 'what you have used of your limits, and what each call was charged',
  details: 'With the id of an operation it shows that receipt.',
  options: {
    receipts: { type: 'boolean', about: 'list the receipts of your calls, the newest first' },
    adjustments: { type: 'boolean', about: 'list what an admin gave back or charged, and why' },
    ...PAGE_OPTIONS,
    json: JSON_OPTION,
  },
} as const;

export const usage: Command = { spec, run: runUsage };

async function runUsage(io: Io, args: string[]): Promise<number> {
  const { values, positionals } = readArgs(spec, args, { least: 0, most: 1 });
  const { receipts = false, adjustments = false, json: isJson = false } = values;
  const [operationId] = positionals;
  if ([operationId !== undefined, receipts, adjustments].filter(Boolean).length > 1) {
    throw usageError('Name one operation, or list with --receipts or with --adjustments.');
  }
  if (!receipts && !adjustments && (values.limit !== undefined || values.cursor !== undefined)) {
    throw usageError('--limit and --cursor belong to --receipts and --adjustments.');
  }
  if (operationId !== undefined) return showReceipt(io, operationId, isJson);
  if (receipts) return listReceipts(io, numberedPageOf(values), isJson);
  if (adjustments) return listAdjustments(io, numberedPageOf(values), isJson);
  const summary = await io.client.usage.summary.query();
  writeLines(io.out, isJson ? [toJson(summaryJson(summary))] : usageLines(summary, io.out));
  return EXIT.ok;
}

async function showReceipt({ client, out }: Io, operationId: string, isJson: boolean): Promise<number> {
  const receipt = await client.usage.receipt.query({ operationId });
  if (isJson) writeLines(out, [toJson(receiptJson(receipt))]);
  else writeText(out, receiptLines(receipt));
  return EXIT.ok;
}

async function listReceipts(
  { client, out, err, zone }: Io,
  { limit, cursor }: NumberedPage,
  isJson: boolean,
): Promise<number> {
  const { receipts, nextCursor } = await client.usage.list.query({ limit, cursor });
  if (isJson) {
    writeLines(out, [toJson({ receipts: receipts.map(receiptJson), nextCursor })]);
    return EXIT.ok;
  }
  if (receipts.length === 0) writeLines(err, ['No call to a model was made yet.']);
  else writeLines(out, receiptTable(receipts, { zone, columns: out.columns }));
  if (nextCursor !== null) {
    writeLines(err, [nextPageLine('usage --receipts', { limit, cursor: nextCursor })]);
  }
  return EXIT.ok;
}

async function listAdjustments(
  { client, out, err, zone }: Io,
  { limit, cursor }: NumberedPage,
  isJson: boolean,
): Promise<number> {
  const { adjustments, nextCursor } = await client.usage.adjustments.query({ limit, cursor });
  if (isJson) {
    writeLines(out, [toJson({ adjustments, nextCursor })]);
    return EXIT.ok;
  }
  if (adjustments.length === 0) writeLines(err, ['Nothing was adjusted yet.']);
  else writeLines(out, adjustmentTable(adjustments, { zone, columns: out.columns }));
  if (nextCursor !== null) {
    writeLines(err, [nextPageLine('usage --adjustments', { limit, cursor: nextCursor })]);
  }
  return EXIT.ok;
}
