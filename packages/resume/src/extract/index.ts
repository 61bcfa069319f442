export { extractText, type ExtractedText } from './extract-text.ts';
export { CHARACTERS_MAX, FILE_BYTES_MAX, PAGES_MAX } from './limits.ts';
