export { callFor, type CallsOfOne } from './call-for.ts';
export { createContext } from './context.ts';
export type { Dependencies, ExtractText } from './dependencies.ts';
export { explainFailure, type AppErrorShape } from './errors.ts';
export { createHandler } from './handler.ts';
export { appRouter, createCaller, type AppRouter } from './root.ts';
export { createLocalAuthStore } from './store/local-auth-store.ts';
