import type { Resume } from '../answers.ts';
import { CommandError } from '../command-error.ts';
import type { Io } from '../io.ts';

/**
 * Asks before a call is paid for a document in which rules find nothing of a resume. Where nobody can be asked, it is
 * not looked at. Throws `stopped` when the answer is no.
 */
export async function confirmSubject({ client, confirm }: Io, documentId: string): Promise<void> {
  if (!confirm) return;
  const { resume } = await client.documents.parse.query({ documentId });
  if (!isEmpty(resume)) return;
  if (await confirm('This does not look like a resume. Read it with AI all the same?')) return;
  throw new CommandError('stopped', 'No call was made and nothing was spent.');
}

function isEmpty({ basics, work, education, skills }: Resume): boolean {
  return !basics?.name && !work?.length && !education?.length && !skills?.length;
}
