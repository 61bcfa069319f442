import { z } from 'zod';

const TEXT_LENGTH_MAX = 5_000;
const LIST_LENGTH_MAX = 100;

/** Text that is there: never empty, never only spaces, and bounded. */
export const Text = z.string().trim().min(1).max(TEXT_LENGTH_MAX);

/** A date of JSON Resume: `2014`, `2014-06` or `2014-06-29`. */
export const PartialDate = z
  .string()
  .regex(
    /^[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    'must be a date such as 2014, 2014-06 or 2014-06-29',
  );

/** Only http and https: these addresses end as links on a page. */
export const WebUrl = z.url({ protocol: /^https?$/, error: 'must be a web address' }).max(2_000);

export const Email = z.email({ error: 'must be an e-mail address' }).max(320);

export const TextList = z.array(Text).max(LIST_LENGTH_MAX);

export function listOf<Entry extends z.ZodType>(entry: Entry) {
  return z.array(entry).max(LIST_LENGTH_MAX);
}
