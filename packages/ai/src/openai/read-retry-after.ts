const RETRY_AFTER_MS_MAX = 24 * 60 * 60 * 1000;

/** From `retry-after-ms`, or `retry-after` in seconds or as a date. Null when absent or senseless. */
export function readRetryAfter(headers: Headers | undefined, now: number = Date.now()): number | null {
  const inMs = toNumber(headers?.get('retry-after-ms'));
  if (inMs !== null) return bounded(inMs);
  const value = headers?.get('retry-after');
  const inSeconds = toNumber(value);
  if (inSeconds !== null) return bounded(inSeconds * 1000);
  const at = value ? Date.parse(value) : NaN;
  return Number.isNaN(at) ? null : bounded(at - now);
}

function toNumber(value: string | null | undefined): number | null {
  return value && /^\d+(\.\d+)?$/.test(value) ? Number(value) : null;
}

function bounded(ms: number): number {
  return Math.min(Math.max(Math.ceil(ms), 0), RETRY_AFTER_MS_MAX);
}
