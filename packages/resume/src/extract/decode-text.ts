import { AppError } from '@resumint/errors';

/** UTF-8, or UTF-16 with a byte-order mark; text of neither kind is read as Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  const encoding = utf16Encoding(bytes);
  if (encoding) return new TextDecoder(encoding).decode(bytes);
  if (bytes.includes(0)) {
    throw new AppError('bad_input', UNSUPPORTED_MESSAGE);
  }
  return isUtf8(bytes) ? new TextDecoder().decode(bytes) : new TextDecoder('windows-1252').decode(bytes);
}

const UNSUPPORTED_MESSAGE =
  'This kind of file cannot be read. Save the resume as PDF, plain text or JSON Resume and try again.';

function utf16Encoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
