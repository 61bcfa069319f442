/** Nothing is suggested that fewer calls than this speak for. */
export const LEAST_CALLS = 20;
