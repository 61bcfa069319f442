import type { Answer } from './gallery-file.ts';

/** What is asked. */
type AnswerTo = Pick<Answer, 'path' | 'kind'> & { input: Readonly<Record<string, unknown>> | null };

/** Where the hooks of the router look for an answer in the cache. */
export function answerKey({ path, input, kind }: AnswerTo) {
  return [path.split('.'), { ...(input !== null && { input }), type: kind }];
}
