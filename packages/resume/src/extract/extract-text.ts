import { AppError } from '@resumint/errors';
import { tidyText } from '../text/tidy-text.ts';
import { assertNaturalText } from './assert-natural-text.ts';
import { decodeText } from './decode-text.ts';
import { CHARACTERS_MAX, FILE_BYTES_MAX, PAGES_MAX, PDF_TIMEOUT_MS } from './limits.ts';
import { readPdfInWorker } from './read-pdf-in-worker.ts';
import { sniffMediaType, type MediaType } from './sniff-media-type.ts';

export interface ExtractedText {
  text: string;
  pages: number;
  mediaType: MediaType;
}

/**
 * The text of an uploaded file, whose kind is told by its content, not its name. Throws an AppError
 * `too_large`, `unreadable_document` or `bad_input` whose message says what to do.
 */
export async function extractText(file: { bytes: Uint8Array; name: string }): Promise<ExtractedText> {
  assertSize(file.bytes);
  const mediaType = await sniffMediaType(file);
  const { text, pages } =
    mediaType === 'application/pdf'
      ? await readPdfInWorker({ bytes: file.bytes, ...PDF_LIMITS }, PDF_TIMEOUT_MS)
      : { text: decodeText(file.bytes), pages: 1 };
  assertSomeText(text, mediaType);
  assertNaturalText(text);
  const tidied = tidyText(text).trim();
  assertLength(tidied);
  return { text: tidied, pages, mediaType };
}

// A text's length is known once it is tidied: up to twice the limit is worth the work.
const PDF_LIMITS = { pagesMax: PAGES_MAX, charactersMax: CHARACTERS_MAX * 2 };

function assertSize(bytes: Uint8Array): void {
  if (bytes.length === 0) {
    throw new AppError('bad_input', 'This file is empty. Choose another file.');
  }
  if (bytes.length > FILE_BYTES_MAX) {
    const megabytes = Math.ceil(bytes.length / 1024 / 1024);
    throw new AppError(
      'too_large',
      `This file has ${megabytes} MB; at most ${FILE_BYTES_MAX / 1024 / 1024} MB can be read. Save it without large pictures and try again.`,
    );
  }
}

function assertSomeText(text: string, mediaType: MediaType): void {
  if (/[\p{L}\p{N}]/u.test(text)) return;
  if (mediaType === 'application/pdf') {
    throw new AppError(
      'unreadable_document',
      'This PDF has pictures but no text, as a scan has. Export it from the program it was written in, or paste the text.',
    );
  }
  throw new AppError('bad_input', 'This file has no text in it. Choose another file.');
}

function assertLength(text: string): void {
  if (text.length <= CHARACTERS_MAX) return;
  throw new AppError(
    'too_large',
    `This file has more than ${CHARACTERS_MAX.toLocaleString('en')} characters of text, the most that can be read. Keep the part that is the resume.`,
  );
}
