import type { AppErrorShape } from '@resumint/api';
import type { Loss } from '@resumint/client';
import type { LocalCode } from './command-error.ts';

export const EXIT = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  limit: 3,
  notAllowed: 4,
  notFound: 5,
  unavailable: 6,
  document: 7,
  key: 8,
  changed: 9,
  stopped: 130,
} as const;

export const EXIT_MEANINGS = {
  ok: 'done',
  unexpected: 'something unforeseen went wrong',
  usage: 'the command line or a value in it is not right',
  limit: 'refused by a limit; nothing was spent',
  notAllowed: 'not signed in, or not allowed',
  notFound: 'not there, or not yours',
  unavailable: 'the server or the model provider is away or failed',
  document: 'the file is too large or cannot be read',
  key: 'the --key was used before, with other input or by a call whose answer is not there',
  changed: 'it was changed elsewhere in the meantime; nothing was overwritten',
  stopped: 'stopped by Ctrl-C or by a no',
} as const satisfies Record<keyof typeof EXIT, string>;

export const EXIT_OF_ERROR = {
  limit_reached: EXIT.limit,
  too_many_in_flight: EXIT.limit,
  too_many_attempts: EXIT.limit,
  too_many_requests: EXIT.limit,
  not_granted: EXIT.limit,
  bad_input: EXIT.usage,
  too_large: EXIT.document,
  unreadable_document: EXIT.document,
  unauthenticated: EXIT.notAllowed,
  forbidden: EXIT.notAllowed,
  not_found: EXIT.notFound,
  changed_elsewhere: EXIT.changed,
  key_reused: EXIT.key,
  in_progress: EXIT.key,
  result_expired: EXIT.key,
  unavailable: EXIT.unavailable,
  limits_unverifiable: EXIT.unavailable,
  no_price: EXIT.unavailable,
  model_failed: EXIT.unavailable,
} as const satisfies Record<AppErrorShape['code'], number>;

export const EXIT_OF_COMMAND_ERROR = {
  usage: EXIT.usage,
  file_too_large: EXIT.document,
  stopped: EXIT.stopped,
  not_signed_in: EXIT.notAllowed,
} as const satisfies Record<LocalCode, number>;

export const EXIT_OF_LOSS = {
  unreachable: EXIT.unavailable,
  timedOut: EXIT.unavailable,
  unreadable: EXIT.unavailable,
} as const satisfies Record<Loss, number>;
