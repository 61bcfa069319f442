import type { Client } from '@resumint/client';
import { readFixture } from '@resumint/resume/testing';

/** Uploads a file as a browser does, and gives the document's id. */
export async function uploadFile(
  client: Client,
  bytes: Uint8Array<ArrayBuffer> | string,
  name = 'resume.txt',
): Promise<string> {
  const { documentId } = await client.documents.upload.mutate(formOf(bytes, name));
  return documentId;
}

export async function uploadFixture(client: Client, file: string): Promise<string> {
  return uploadFile(client, new Uint8Array(await readFixture(file)), file);
}

/** Saves what the rules read in a fixture, which costs nothing, and gives the resume's id. */
export async function saveResumeOf(client: Client, file = 'senior-engineer.resume.json'): Promise<string> {
  const documentId = await uploadFixture(client, file);
  const { resume } = await client.documents.parse.query({ documentId });
  const { resumeId } = await client.resumes.save.mutate({ title: 'Mine', content: resume, documentId });
  return resumeId;
}

export function formOf(bytes: Uint8Array<ArrayBuffer> | string, name = 'resume.txt'): FormData {
  const form = new FormData();
  form.set('file', new File([bytes], name));
  return form;
}

/** Of few tokens, so that many calls about it fit into a day. */
export const SHORT_RESUME = `Ada Lovelace
ada@example.com

Experience
Analyst, Analytical Engines, 2019 - 2021
Wrote the first program.
`;
