import type { Inputs } from '@resumint/client';
import { EXIT } from '../exit-codes.ts';
import { writeLines, type Io } from '../io.ts';
import { toJson } from '../json/to-json.ts';
import { quoteLines } from '../text/quote-lines.ts';

/** Tells what a call would cost, and by the exit code whether it would be admitted now. */
export async function quoteCall(
  { client, out }: Io,
  input: Inputs['ai']['quote'],
  { isJson }: { isJson: boolean },
): Promise<number> {
  const quote = await client.ai.quote.query(input);
  writeLines(out, isJson ? [toJson(quote)] : quoteLines(quote));
  return quote.denial ? EXIT.limit : EXIT.ok;
}
