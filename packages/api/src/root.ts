import { createCallerFactory, router } from './procedures.ts';
import { accountRouter } from './routers/account.ts';
import { aiRouter } from './routers/ai.ts';
import { choicesRouter } from './routers/choices.ts';
import { documentsRouter } from './routers/documents.ts';
import { limitsRouter } from './routers/limits.ts';
import { notificationsRouter } from './routers/notifications.ts';
import { pricesRouter } from './routers/prices.ts';
import { resumesRouter } from './routers/resumes.ts';
import { suggestionsRouter } from './routers/suggestions.ts';
import { usageRouter } from './routers/usage.ts';

export const appRouter = router({
  account: accountRouter,
  documents: documentsRouter,
  resumes: resumesRouter,
  ai: aiRouter,
  usage: usageRouter,
  limits: limitsRouter,
  choices: choicesRouter,
  suggestions: suggestionsRouter,
  notifications: notificationsRouter,
  prices: pricesRouter,
});

export type AppRouter = typeof appRouter;

/** Calls procedures in this process, with a context made for the caller. */
export const createCaller = createCallerFactory(appRouter);
