import { readFile } from 'node:fs/promises';
import { extractText, type ExtractedText } from '../src/extract/extract-text.ts';

const extracted = new Map<string, Promise<ExtractedText>>();

export async function readFixture(file: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(new URL(`../fixtures/${file}`, import.meta.url)));
}

/** The text of a fixture, extracted once however often it is asked for. */
export function extractFixture(file: string): Promise<ExtractedText> {
  const known = extracted.get(file);
  if (known) return known;
  const extracting = readFixture(file).then((bytes) => extractText({ bytes, name: file }));
  extracted.set(file, extracting);
  return extracting;
}
