export const FILE_BYTES_MAX = 10 * 1024 * 1024;
export const PAGES_MAX = 20;
export const CHARACTERS_MAX = 60_000;
export const PDF_TIMEOUT_MS = 20_000;
