import { AppError } from '@resumint/errors';
import { fileTypeFromBuffer } from 'file-type';
import { decodeText } from './decode-text.ts';

export type MediaType = 'application/pdf' | 'text/plain' | 'application/json';

/** Tells a file's kind by its content. A kind that cannot be read is refused as `bad_input`, by its own name. */
export async function sniffMediaType(file: { bytes: Uint8Array; name: string }): Promise<MediaType> {
  if (isPdf(file.bytes)) return 'application/pdf';
  const known = await fileTypeFromBuffer(file.bytes);
  if (known && !known.mime.startsWith('text/') && known.mime !== 'application/json') {
    throw new AppError(
      'bad_input',
      `This is a ${known.ext.toUpperCase()} file. Save the resume as PDF, plain text or JSON Resume and try again.`,
    );
  }
  return isJsonObject(decodeText(file.bytes)) ? 'application/json' : 'text/plain';
}

// Readers accept some bytes before the header (ISO 32000-1, Annex H, 3.4.1).
function isPdf(bytes: Uint8Array): boolean {
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return beginning.includes('%PDF-');
}

function isJsonObject(text: string): boolean {
  if (!text.trimStart().startsWith('{')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
