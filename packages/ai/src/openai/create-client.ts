import OpenAI from 'openai';

export interface OpenAiAccess {
  apiKey: string;
  /** Ends in the version, as in `https://api.openai.com/v1`, which is the default. */
  baseUrl?: string;
}

const BASE_URL = 'https://api.openai.com/v1';

/** A client that sends each request once. Every option that the SDK would otherwise read from the environment is given. */
export function createClient({ apiKey, baseUrl = BASE_URL }: OpenAiAccess, timeoutMs: number): OpenAI {
  return new OpenAI({
    apiKey,
    baseURL: baseUrl,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: 'off',
    maxRetries: 0,
    timeout: timeoutMs,
  });
}
