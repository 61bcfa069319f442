export { countTokens } from './count-tokens.ts';
export { MODELS, OPERATION_NAMES, type ModelName, type Operation, type OperationName } from './operation.ts';
export { canReuse, OPERATIONS, type OperationTraits } from './operations.ts';
export { parseResume, type ResumeParse, type ResumeText } from './parse/parse-resume.ts';
export { summarizeResume, type ResumeSummary } from './summarize/summarize-resume.ts';
export { DEFAULT_TIER, MODEL_OF_TIER, TIERS, type Tier } from './tiers.ts';
