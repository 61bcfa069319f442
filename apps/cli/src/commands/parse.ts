import type { CallReceipt, Resume } from '../answers.ts';
import { CALL_OPTIONS, callOptionsOf } from '../options/call-options.ts';
import { confirmSubject } from '../calls/confirm-subject.ts';
import { quoteCall } from '../calls/quote-call.ts';
import { stopOnInterrupt } from '../calls/stop-on-interrupt.ts';
import { documentIdOf } from '../calls/upload.ts';
import { JSON_OPTION, readArgs, type Command } from '../command.ts';
import { usageError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
import { writeLines, type Io } from '../io.ts';
import { callReceiptJson } from '../json/receipt-json.ts';
import { toJson } from '../json/to-json.ts';
import { callReceiptLines } from '../text/receipt-lines.ts';
import { resumeLines, unplacedLines } from '../text/resume-lines.ts';
import { writeText } from '../text/write-text.ts';

const spec = {
  name: 'parse',
  operands: 'FILE|DOCUMENT_ID',
  about: 'read a resume from a PDF, text or JSON Resume file',
  details:
    'With --json it prints { resume, unplaced, receipt }; with --free the receipt is null, with --save there is ' +
    'also the resumeId. In the receipt, tokens are { input, cachedInput, output, reasoning, total }, costNanos is ' +
    'exact, and day and month are both windows right after the call. Amounts are nano-dollars, times UTC.',
  options: {
    free: { type: 'boolean', about: 'by rules alone, without AI and at no cost' },
    quote: { type: 'boolean', about: 'tell what the call would cost, and make none' },
    ...CALL_OPTIONS,
    fresh: { type: 'boolean', about: 'ask the model, also where you chose that an earlier answer is given' },
    yes: { type: 'boolean', about: 'do not ask about what does not look like a resume' },
    save: { type: 'string', value: 'TITLE', about: 'save what was read as a resume' },
    json: JSON_OPTION,
  },
} as const;

export const parse: Command = { spec, run: runParse };

interface Parsed {
  resume: Resume;
  unplaced: string[];
  /** Null when nothing was called. */
  receipt: CallReceipt | null;
}

async function runParse(io: Io, args: string[]): Promise<number> {
  const { values, positionals } = readArgs(spec, args, { least: 1 });
  const { free = false, quote = false, fresh = false, yes = false, save, json = false } = values;
  const options = { ...callOptionsOf(values), ...(fresh && { fresh }) };
  if (free && (quote || fresh || Object.keys(CALL_OPTIONS).some((option) => Object.hasOwn(values, option)))) {
    throw usageError('--free calls no model: leave out --quote, --model, --max-output, --key and --fresh.');
  }
  if (quote && save !== undefined) throw usageError('--quote reads nothing that could be saved.');
  const documentId = await documentIdOf(io, positionals[0] ?? '');
  if (quote) {
    return quoteCall(io, { operation: 'resume.parse', documentId, ...options }, { isJson: json });
  }
  if (!free && !yes && !json) await confirmSubject(io, documentId);
  const parsed: Parsed = free
    ? { ...(await io.client.documents.parse.query({ documentId })), receipt: null }
    : await stopOnInterrupt(io, options.idempotencyKey, (signal) =>
        io.client.ai.parseResume.mutate({ documentId, ...options }, { signal }),
      );
  const print = (resumeId: string | null) => (json ? printJson : printText)(io, parsed, resumeId);
  if (save === undefined) {
    print(null);
    return EXIT.ok;
  }
  await saveResume(io, { title: save, content: parsed.resume, documentId }).then(print, (error: unknown) => {
    // What was paid for is given, though it could not be saved.
    print(null);
    throw error;
  });
  return EXIT.ok;
}

async function saveResume({ client }: Io, draft: { title: string; content: Resume; documentId: string }) {
  const { resumeId } = await client.resumes.save.mutate(draft);
  return resumeId;
}

function printJson({ out }: Io, { resume, unplaced, receipt }: Parsed, resumeId: string | null): void {
  const answer = {
    resume,
    unplaced,
    receipt: receipt && callReceiptJson(receipt),
    ...(resumeId !== null && { resumeId }),
  };
  writeLines(out, [toJson(answer)]);
}

function printText({ out, zone }: Io, { resume, unplaced, receipt }: Parsed, resumeId: string | null): void {
  writeText(out, [
    ...resumeLines(resume),
    ...unplacedLines(unplaced),
    '',
    ...(receipt ? callReceiptLines(receipt, zone) : ['Read by rules alone, at no cost.']),
    ...(resumeId === null ? [] : [`Saved as ${resumeId}`]),
  ]);
}
