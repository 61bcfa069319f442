import { parseResume, summarizeResume } from '@resumint/operations';
import { z } from 'zod';
import { loadDocument, loadResume } from '../calls/load-subject.ts';
import { CallOptions, metered, payloadOf, planCall } from '../calls/metered.ts';
import { router, signedIn } from '../procedures.ts';
import { DocumentId, ResumeId } from './inputs.ts';

const OfDocument = z.object({ documentId: DocumentId });
const OfResume = z.object({ resumeId: ResumeId });

/** What of a call's options its price depends on. */
const Size = CallOptions.omit({ idempotencyKey: true });

const QuoteInput = z.discriminatedUnion('operation', [
  OfDocument.extend({ operation: z.literal('resume.parse'), ...Size.shape }),
  OfResume.extend({ operation: z.literal('resume.summarize'), ...Size.shape }),
]);

export const aiRouter = router({
  /** What a call would cost and do to each limit, by what its hold would be. Spends nothing. */
  quote: signedIn.input(QuoteInput).query(async ({ ctx, input }) => {
    const { operation: _operation, ...asked } = input;
    const { planned } =
      input.operation === 'resume.parse'
        ? await planCall(ctx, parseResume, { input, load: () => loadDocument(ctx, input.documentId) })
        : await planCall(ctx, summarizeResume, { input, load: () => loadResume(ctx, input.resumeId) });
    return ctx.calls.quote(ctx.userId, planned, payloadOf(asked));
  }),

  parseResume: metered(parseResume)
    .input(OfDocument)
    .mutation(async ({ ctx, input, signal }) => {
      const { result, receipt } = await ctx.call.answer({
        input,
        load: () => loadDocument(ctx, input.documentId),
        signal,
      });
      return { ...result, receipt };
    }),

  /** Streams whole sentences, each found to say only what the resume says; the last event has the receipt. */
  summarize: metered(summarizeResume)
    .input(OfResume)
    .mutation(({ ctx, input, signal }) =>
      ctx.call.stream({ input, load: () => loadResume(ctx, input.resumeId), signal }),
    ),
});
