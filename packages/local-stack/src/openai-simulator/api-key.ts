import type { IncomingMessage } from 'node:http';
import { ApiError } from './api-error.ts';

/** So that no real key is taken, nor sent here by mistake unnoticed. */
const KEY_PREFIX = 'sk-simulated-';
const KEY_LENGTH_MAX = 200;

export function isSimulatedKey(key: string): boolean {
  return key.startsWith(KEY_PREFIX) && key.length <= KEY_LENGTH_MAX;
}

export function requireKey(request: IncomingMessage): string {
  const key = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (key === undefined) throw new ApiError(401, { message: 'The request carries no API key.' });
  if (isSimulatedKey(key)) return key;
  const message = `The simulator takes only API keys that begin with ${KEY_PREFIX}.`;
  throw new ApiError(401, { message, code: 'invalid_api_key' });
}
