import type { AppErrorShape, AppRouter } from '@resumint/api';
import { TRPCClientError } from '@trpc/client';

type Refused = Extract<AppErrorShape, { code: 'unavailable' | 'forbidden' | 'not_found' }>;

/** An error as a call over the wire would have it. */
export function galleryError(code: Refused['code'], message: string): TRPCClientError<AppRouter> {
  const { httpStatus, trpcCode } = STATUSES[code];
  const data = { code: trpcCode, httpStatus, app: { code, details: {} } };
  return new TRPCClientError(message, { result: { error: { code: -32603, message, data } } });
}

const STATUSES = {
  unavailable: { httpStatus: 503, trpcCode: 'SERVICE_UNAVAILABLE' },
  forbidden: { httpStatus: 403, trpcCode: 'FORBIDDEN' },
  not_found: { httpStatus: 404, trpcCode: 'NOT_FOUND' },
} as const satisfies Record<Refused['code'], unknown>;
