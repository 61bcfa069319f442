import type { ListedReceipt } from '../usage/answers.ts';
import { AppLink } from '../ui/app-link.tsx';

type Subject = NonNullable<ListedReceipt['subject']>;

/** What a call was for, after the name of the operation. */
export function CallSubject({ subject }: Pick<ListedReceipt, 'subject'>) {
  if (!subject) return null;
  return (
    <>
      {' · '}
      <SubjectName subject={subject} />
    </>
  );
}

/** A resume that is still there can be gone to. */
export function SubjectName({ subject: { kind, id, title } }: { subject: Subject }) {
  if (title === null) return `a ${kind} that is deleted`;
  if (kind !== 'resume') return title;
  return (
    <AppLink inherit href={`/resumes/${id}`}>
      {title}
    </AppLink>
  );
}
