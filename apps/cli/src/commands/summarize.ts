import type { Inputs } from '@resumint/client';
import { CALL_OPTIONS, callOptionsOf } from '../options/call-options.ts';
import { quoteCall } from '../calls/quote-call.ts';
import { stopOnInterrupt } from '../calls/stop-on-interrupt.ts';
import { JSON_OPTION, readArgs, type Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { writeLines, type Io } from '../io.ts';
import { callReceiptJson } from '../json/receipt-json.ts';
import { toJson } from '../json/to-json.ts';
import { printable } from '../text/printable.ts';
import { callReceiptLines } from '../text/receipt-lines.ts';
import { writeText } from '../text/write-text.ts';

const spec = {
  name: 'summarize',
  operands: 'RESUME_ID',
  about: 'write a short summary of a saved resume, shown as it arrives',
  details:
    'The text goes to the standard output, all else to the standard error. Ctrl-C stops the call and shows what was ' +
    'charged for what had arrived. With --json it prints { summary, leftOut, receipt } when all is there.',
  options: {
    quote: { type: 'boolean', about: 'tell what the call would cost, and make none' },
    ...CALL_OPTIONS,
    json: JSON_OPTION,
  },
} as const;

export const summarize: Command = { spec, run: runSummarize };

async function runSummarize(io: Io, args: string[]): Promise<number> {
  const { values, positionals } = readArgs(spec, args, { least: 1 });
  const { quote = false, json = false } = values;
  const input = { resumeId: positionals[0] ?? '', ...callOptionsOf(values) };
  if (quote) return quoteCall(io, { operation: 'resume.summarize', ...input }, { isJson: json });
  await stopOnInterrupt(io, input.idempotencyKey, (signal) =>
    printSummary(io, input, { signal, isJson: json }),
  );
  return EXIT.ok;
}

async function printSummary(
  { client, out, err, zone }: Io,
  input: Inputs['ai']['summarize'],
  { signal, isJson }: { signal: AbortSignal; isJson: boolean },
): Promise<void> {
  let isLineOpen = false;
  try {
    for await (const event of await client.ai.summarize.mutate(input, { signal })) {
      if (event.type === 'text') {
        if (isJson) continue;
        out.write(printable(event.delta));
        isLineOpen = true;
        continue;
      }
      const { result, receipt } = event;
      if (isJson) {
        writeLines(out, [toJson({ ...result, receipt: callReceiptJson(receipt) })]);
        return;
      }
      // The answer to a key that was used before comes whole.
      if (!isLineOpen) out.write(printable(result.summary));
      isLineOpen = false;
      writeLines(out, ['']);
      writeText(err, [...leftOutLines(result.leftOut), '', ...callReceiptLines(receipt, zone)]);
      return;
    }
  } finally {
    if (isLineOpen) writeLines(out, ['']);
  }
  throw new Error('The summary ended before it was whole. See "usage --receipts" for what was charged.');
}

function leftOutLines(leftOut: string[]): string[] {
  return leftOut.length === 0
    ? []
    : [
        '',
        'Left out, since the resume does not say it:',
        ...leftOut.map((sentence) => `  ${printable(sentence)}`),
      ];
}
