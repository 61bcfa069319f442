import { z } from 'zod';

/** What the reading thread is asked. */
export const PdfRequest = z.object({
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  pagesMax: z.number(),
  /** Reading stops at the page that goes beyond. */
  charactersMax: z.number(),
});
export type PdfRequest = z.infer<typeof PdfRequest>;

/** What the reading thread answers. */
export const PdfReading = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read'), text: z.string(), pages: z.number() }),
  z.object({ kind: z.literal('tooManyPages'), pages: z.number() }),
  z.object({ kind: z.literal('locked'), reason: z.string() }),
  z.object({ kind: z.literal('broken'), reason: z.string() }),
]);
export type PdfReading = z.infer<typeof PdfReading>;
