export { callFor, type CallsOfOne } from './call-for.ts';
export { createClerkWebhookHandler, type ClerkWebhookOptions } from './clerk/webhook-handler.ts';
export { createContext } from './context.ts';
export type { Dependencies, ExtractText } from './dependencies.ts';
export { explainFailure, type AppErrorShape } from './errors.ts';
export { createHandler } from './handler.ts';
export { appRouter, createCaller, type AppRouter } from './root.ts';
export { createClerkAuthStore } from './store/clerk-auth-store.ts';
export { createLocalAuthStore } from './store/local-auth-store.ts';
