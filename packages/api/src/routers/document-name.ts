const MOST_LENGTH = 255;

/**
 * The name of a file as it may be shown in any line of text: without control characters, without those that turn the
 * direction of writing, at most 255 characters, and never empty.
 */
export function documentName(fileName: string): string {
  const plain = fileName.replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, '').trim();
  // Half of a character may be left where the end is cut off.
  const name = plain
    .slice(0, MOST_LENGTH)
    .replaceAll(/\p{Surrogate}/gu, '')
    .trim();
  return name === '' ? 'document' : name;
}
