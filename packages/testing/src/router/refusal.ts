import { readAppError, type ReadAppError } from '@resumint/client';

/** The error that a call is refused with. Fails where the call succeeds or fails with anything else. */
export async function refusalOf(call: Promise<unknown>): Promise<ReadAppError> {
  const error = await call.then(
    () => new Error('the call was not refused'),
    (reason: unknown) => reason,
  );
  const refusal = readAppError(error);
  if (!refusal) throw error;
  return refusal;
}

/** A refusal with this code, and so the details of that code. */
export async function expectRefusal<Code extends ReadAppError['code']>(
  code: Code,
  call: Promise<unknown>,
): Promise<Extract<ReadAppError, { code: Code }>> {
  const refusal = await refusalOf(call);
  if (isWith(refusal, code)) return refusal;
  throw new Error(`refused with ${refusal.code} in place of ${code}: ${refusal.message}`);
}

function isWith<Code extends ReadAppError['code']>(
  refusal: ReadAppError,
  code: Code,
): refusal is Extract<ReadAppError, { code: Code }> {
  return refusal.code === code;
}
