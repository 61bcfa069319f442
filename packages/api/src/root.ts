import { createCallerFactory, router } from './procedures.ts';
import { accountRouter } from './routers/account.ts';
import { aiRouter } from './routers/ai.ts';
import { documentsRouter } from './routers/documents.ts';
import { limitsRouter } from './routers/limits.ts';
import { pricesRouter } from './routers/prices.ts';
import { resumesRouter } from './routers/resumes.ts';
import { usageRouter } from './routers/usage.ts';

export const appRouter = router({
  account: accountRouter,
  documents: documentsRouter,
  resumes: resumesRouter,
  ai: aiRouter,
  usage: usageRouter,
  limits: limitsRouter,
  prices: pricesRouter,
});

export type AppRouter = typeof appRouter;

/** Calls procedures in this process, with a context made for the caller. */
export const createCaller = createCallerFactory(appRouter);
