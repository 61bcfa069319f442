import { AppError } from '@resumint/errors';

const TYPES = /^(application\/json|multipart\/form-data)\s*(;|$)/i;

/**
 * Throws `forbidden` for a change that a browser was made to send by a page of somebody else: browsers add the cookie
 * by themselves, and cannot lie about `Origin`. Who sends a token of their own is no such browser. Throws `bad_input`
 * for a body of a type that forms of any page can send without asking first.
 */
export function assertTrusted({ method, headers }: Request, origins: readonly string[]): void {
  if (method !== 'POST') return;
  if (!TYPES.test(headers.get('content-type') ?? '')) {
    throw new AppError('bad_input', 'Send application/json, or multipart/form-data with a file.');
  }
  // Of the kinds of authorization a browser never adds this one by itself.
  if (/^bearer /i.test(headers.get('authorization') ?? '')) return;
  const origin = headers.get('origin');
  if (origin === null ? !headers.has('cookie') : origins.includes(origin)) return;
  throw new AppError(
    'forbidden',
    'This request comes from a page that may not act for you. Open the app itself and try again there.',
  );
}
