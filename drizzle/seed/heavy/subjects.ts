import { documents, operations, resumes, type Database } from '@resumint/drizzle';
import type { MadeCall } from './heavy-decisions.ts';

const DAY_MS = 86_400_000;
const ROWS_PER_INSERT = 500;
const DOCUMENTS = 60;
const RESUMES = 40;
const ROLES = ['Product designer', 'Data engineer', 'Account manager', 'Nurse', 'Site manager'] as const;

/** The documents and resumes that a person's calls were for. */
export async function writeSubjects(db: Database, userId: string, createdAt: Date): Promise<void> {
  await db.insert(documents).values(
    Array.from({ length: DOCUMENTS }, (_, index) => ({
      userId,
      documentId: documentIdOf(index),
      name: `${titleOf(index)}.pdf`,
      mediaType: 'application/pdf',
      contentHash: String(index).padStart(64, '0'),
      pages: 1,
      text: `${titleOf(index)}\n`,
      createdAt,
    })),
  );
  await db.insert(resumes).values(
    Array.from({ length: RESUMES }, (_, index) => ({
      userId,
      resumeId: resumeIdOf(index),
      title: titleOf(index),
      content: { basics: { name: 'Robin Doe', label: titleOf(index) } },
      documentId: documentIdOf(index),
      createdAt,
      updatedAt: createdAt,
    })),
  );
}

/** What each call was for, as it is kept after its answer is not. */
export async function writeOperations(
  db: Database,
  userId: string,
  calls: readonly MadeCall[],
): Promise<void> {
  for (let from = 0; from < calls.length; from += ROWS_PER_INSERT) {
    const rows = calls.slice(from, from + ROWS_PER_INSERT).map(({ operationId, call }) => ({
      userId,
      operationId,
      subjectId:
        call.operation === 'resume.parse'
          ? documentIdOf(call.subject % DOCUMENTS)
          : resumeIdOf(call.subject % RESUMES),
      responseId: `resp_${operationId}`,
      result: null,
      resultExpiresAt: new Date(call.at + DAY_MS),
    }));
    await db.insert(operations).values(rows);
  }
}

function titleOf(index: number): string {
  return `${ROLES[index % ROLES.length]}, version ${Math.floor(index / ROLES.length) + 1}`;
}

const documentIdOf = (index: number) => `doc_${`heavy${index}`.padStart(26, '0')}`;
const resumeIdOf = (index: number) => `res_${`heavy${index}`.padStart(26, '0')}`;
