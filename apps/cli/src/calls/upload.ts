import { usageError } from '../command-error.ts';
import type { Io } from '../io.ts';

/** The document that an operand names: a file, which is uploaded, or the id of an upload from before. */
export async function documentIdOf(io: Io, operand: string): Promise<string> {
  if (/^doc_[0-9a-z]+$/.test(operand)) return operand;
  if (operand === '') throw usageError('The name of the file is empty.');
  const { name, bytes } = await io.readFile(operand);
  const form = new FormData();
  form.set('file', new File([bytes], name));
  const { documentId } = await io.client.documents.upload.mutate(form);
  return documentId;
}
