import type { ModelName } from '../answers.ts';
import type { OptionSpec } from '../command.ts';
import { usageError } from '../command-error.ts';
import { parseCount } from '../text/parse-amount.ts';

const MODELS = {
  'gpt-4.1-nano': true,
  'gpt-4.1-mini': true,
  'gpt-4.1': true,
} as const satisfies Record<ModelName, true>;

export const CALL_OPTIONS = {
  model: {
    type: 'string',
    value: 'M',
    about: `${Object.keys(MODELS).join(', ')}; your own choice when left out`,
  },
  'max-output': {
    type: 'string',
    value: 'N',
    about: 'allow an answer of at most N tokens, and hold no more for it',
  },
  key: {
    type: 'string',
    value: 'K',
    about: 'an idempotency key, 8 to 128 characters: the same call with it is made and charged once',
  },
} as const satisfies Record<string, OptionSpec>;

type CallValues = { [Option in keyof typeof CALL_OPTIONS]?: string | undefined };

/** What a call to a model is asked with, checked before anything is uploaded. It has a key in any case. */
export function callOptionsOf({ model, key, 'max-output': maxOutput }: CallValues) {
  if (model !== undefined && !isModel(model)) {
    throw usageError(`There is no model "${model}". Take one of ${Object.keys(MODELS).join(', ')}.`);
  }
  if (key !== undefined && (key.length < 8 || key.length > 128)) {
    throw usageError('--key takes 8 to 128 characters.');
  }
  return {
    ...(model !== undefined && { model }),
    ...(maxOutput !== undefined && { maxOutputTokens: Number(parseCount('max-output', maxOutput)) }),
    idempotencyKey: key ?? crypto.randomUUID(),
  };
}

const isModel = (name: string): name is ModelName => Object.hasOwn(MODELS, name);
