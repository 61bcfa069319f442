import type { Denial } from '../usage/answers.ts';
import type { QuoteInput } from './use-quote.ts';

/** What a person may choose of a call: another model, a smaller answer, or the model where a kept answer would do. */
export type CallChoice = Pick<QuoteInput, 'model' | 'maxOutputTokens' | 'fresh'>;

export type Way = Denial['waysThrough'][number];

type Model = NonNullable<QuoteInput['model']>;

/** Every model that the router takes. */
const MODELS = { 'gpt-4.1-nano': true, 'gpt-4.1-mini': true, 'gpt-4.1': true } as const satisfies Record<
  Model,
  true
>;

/** The call that a way through stands for, where it is one that can be made from a button. */
export function choiceOf(way: Way): CallChoice | null {
  switch (way.kind) {
    case 'smallerOutput':
      return { maxOutputTokens: way.maxOutputTokens };
    case 'cheaperModel':
      return isModel(way.model) ? { model: way.model } : null;
    case 'wait':
    case 'plan':
    case 'withoutAi':
      return null;
  }
}

/** Which a newer server may add to. */
function isModel(name: string): name is Model {
  return Object.hasOwn(MODELS, name);
}
