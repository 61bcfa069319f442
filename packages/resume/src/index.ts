export { createInventionFinder, findInventions } from './evidence/find-inventions.ts';
export { findUnsupported } from './evidence/find-unsupported.ts';
export { Resume } from './model/resume.ts';
export { keepValid } from './parse/keep-valid.ts';
export { parseResumeText, type ParsedResume } from './parse/parse-resume-text.ts';
export { readJsonResume } from './read-json-resume.ts';
