import { parseResumeText } from '@resumint/resume';
import { sectionOf } from './request-text.ts';

/** What the deterministic parser reads from the document in the input, as JSON Resume. */
export function answerResume(input: string): unknown {
  return parseResumeText(sectionOf(input, 'document') ?? input).resume;
}
