import { answerResume } from './answer-resume.ts';
import { answerSummary } from './answer-summary.ts';
import { conform } from './conform.ts';
import { messageTexts, sentencesOf } from './request-text.ts';
import { jsonSchemaFormatOf, type JsonSchemaFormat, type ResponseRequest } from './response-request.ts';

const SENTENCES_MAX = 20;

/** What the simulated model says, computed from the request alone. */
export function computeAnswer(request: ResponseRequest): string {
  const input = messageTexts(request).join('\n');
  const format = jsonSchemaFormatOf(request);
  return format ? JSON.stringify(answerInFormat(format, input)) : answerSummary(input);
}

function answerInFormat(format: JsonSchemaFormat, input: string): unknown {
  const root = format.schema;
  if (format.name === 'resume') return conform(answerResume(input), root, { root, makeText: () => '' });
  return conform({}, root, { root, makeText: sentenceMaker(input) });
}

/** Gives the input's own sentences, one after the other, so that nothing is said that it does not say. */
function sentenceMaker(input: string): () => string {
  const sentences = sentencesOf(input, SENTENCES_MAX);
  let next = 0;
  return () => sentences[next++ % sentences.length] ?? 'Simulated text';
}
