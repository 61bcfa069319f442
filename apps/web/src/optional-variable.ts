import { z } from 'zod';

/** What is left empty in a file of variables is not set. */
export const optionalVariable = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
