import { AppError } from '@resumint/errors';

/** A form has one file; the rest is room for what browsers and programs add. */
const MOST_PARTS = 20;
const BOUNDARY = /^multipart\/form-data\s*;\s*boundary=(?:"([^"\\]{1,70})"|([^\s";,]{1,70}))\s*(?:;|$)/;

/**
 * Tells after each chunk of a form why it may go no further, or null. Reading a form takes time that grows with the
 * square of its parts, so they are counted before.
 */
export function limitParts(contentType: string): (chunk: Uint8Array) => AppError | null {
  const [, quoted, bare] = BOUNDARY.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) return () => refused('it does not say how it is divided');
  const delimiter = `\r\n--${boundary}`;
  // One character a byte, whatever the bytes are.
  const decoder = new TextDecoder('latin1');
  let begun = 0;
  // The first delimiter has no line before it.
  let rest = '\r\n';
  return (chunk) => {
    const text = rest + decoder.decode(chunk);
    let end = 0;
    for (let at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, end)) {
      begun += 1;
      // The last delimiter closes the form.
      if (begun > MOST_PARTS + 1) return refused('it has too many fields');
      end = at + delimiter.length;
    }
    rest = text.slice(Math.max(end, text.length - delimiter.length + 1));
    return null;
  };
}

function refused(why: string): AppError {
  return new AppError('bad_input', `The form could not be read: ${why}.`);
}
