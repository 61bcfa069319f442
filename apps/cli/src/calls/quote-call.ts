import type { Inputs } from '@resumint/client';
import type { Quote } from '../answers.ts';
import { EXIT } from '../exit-codes.ts';
import { writeLines, type Io } from '../io.ts';
import { toJson } from '../json/to-json.ts';
import { quoteLines } from '../text/quote-lines.ts';
import { writeText } from '../text/write-text.ts';
import { explainDenial } from './explain-denial.ts';

/** Tells what a call would cost, and by the exit code whether it would be admitted now. */
export async function quoteCall(
  io: Io,
  input: Inputs['ai']['quote'],
  { isJson }: { isJson: boolean },
): Promise<number> {
  const quote = await io.client.ai.quote.query(input);
  if (isJson) writeLines(io.out, [toJson(quote)]);
  else writeText(io.out, [...quoteLines(quote), ...(await refusalLines(io, quote))]);
  return quote.denial ? EXIT.limit : EXIT.ok;
}

async function refusalLines(io: Io, { denial, operation }: Quote): Promise<string[]> {
  if (!denial) return [];
  const call = operation === 'resume.parse' ? 'parse FILE' : 'summarize RESUME_ID';
  return ['', 'It would be refused now:', ...(await explainDenial(io, denial, { call }))];
}
