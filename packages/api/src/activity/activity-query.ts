import { ENDINGS } from '@resumint/metering';
import { z } from 'zod';

/** A calendar day such as `2026-03-17`, of whichever zone it is read in; no later than a database can compare. */
const LocalDay = z.iso
  .date()
  .refine((text) => text >= '1970-01-01' && text < '9999-01-01', 'is too far from today')
  .transform((text) => {
    const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
    return { year, month, day };
  });

const nothing = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null);

/** What a person looks for among their calls. What is left out, or null, is not looked at. */
export const ActivityQuery = z.object({
  operation: nothing(z.string().min(1).max(32)),
  model: nothing(z.string().min(1).max(48)),
  ending: nothing(z.enum(ENDINGS)),
  /** The first and the last day, in the person's zone. */
  from: nothing(LocalDay),
  to: nothing(LocalDay),
  /** The id of an operation, or a part of the title of what calls were for. */
  search: nothing(z.string().trim().min(1).max(200)),
});

export type ActivityQuery = z.infer<typeof ActivityQuery>;
