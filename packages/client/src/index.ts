export { createClient, type Client, type ClientOptions } from './create-client.ts';
export { createLinks } from './create-links.ts';
export { readAppError, type ReadAppError } from './read-app-error.ts';
export { readLoss, type Loss } from './read-loss.ts';
export type { Inputs, Outputs } from './wire.ts';
