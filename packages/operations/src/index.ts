export { countTokens } from './count-tokens.ts';
export {
  DEFAULT_MODEL,
  MODELS,
  OPERATION_NAMES,
  type ModelName,
  type Operation,
  type OperationName,
} from './operation.ts';
export { parseResume, type ResumeParse, type ResumeText } from './parse/parse-resume.ts';
export { summarizeResume, type ResumeSummary } from './summarize/summarize-resume.ts';
