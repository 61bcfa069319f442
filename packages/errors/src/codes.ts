/** Every way a request can be refused. The transport maps each code to one status, in one place. */
export const ERROR_CODES = [
  'limit_reached',
  'too_many_in_flight',
  'too_many_attempts',
  'too_many_requests',
  'not_granted',
  'bad_input',
  'too_large',
  'unreadable_document',
  'unauthenticated',
  'forbidden',
  'not_found',
  'changed_elsewhere',
  'key_reused',
  'in_progress',
  'result_expired',
  'unavailable',
  'limits_unverifiable',
  'no_price',
  'model_failed',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];
