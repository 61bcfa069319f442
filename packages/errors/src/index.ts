export { AppError, type ErrorDetails } from './app-error.ts';
export { ERROR_CODES, type ErrorCode } from './codes.ts';
export type { LimitDenial, LimitName, WayThrough } from './denial.ts';
export { describeFailure } from './describe-failure.ts';
