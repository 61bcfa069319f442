import type { ModelName } from '../answers.ts';
import type { OptionSpec } from '../command.ts';
import { usageError } from '../command-error.ts';

const MODELS = {
  'gpt-4.1-nano': true,
  'gpt-4.1-mini': true,
  'gpt-4.1': true,
} as const satisfies Record<ModelName, true>;

export const CALL_OPTIONS = {
  model: {
    type: 'string',
    value: 'M',
    about: `${Object.keys(MODELS).join(', ')}; gpt-4.1-mini when left out`,
  },
  key: {
    type: 'string',
    value: 'K',
    about: 'an idempotency key, 8 to 128 characters: the same call with it is made and charged once',
  },
} as const satisfies Record<string, OptionSpec>;

/** What a call to a model is asked with, checked before anything is uploaded. It has a key in any case. */
export function callOptionsOf({ model, key }: { model?: string | undefined; key?: string | undefined }) {
  if (model !== undefined && !isModel(model)) {
    throw usageError(`There is no model "${model}". Take one of ${Object.keys(MODELS).join(', ')}.`);
  }
  if (key !== undefined && (key.length < 8 || key.length > 128)) {
    throw usageError('--key takes 8 to 128 characters.');
  }
  return { ...(model !== undefined && { model }), idempotencyKey: key ?? crypto.randomUUID() };
}

const isModel = (name: string): name is ModelName => Object.hasOwn(MODELS, name);
