import type { Resume } from '../resumes/resume.ts';
import { cleanDraft } from './clean-draft.ts';
import type { Draft } from './draft.ts';
import { TITLE_ID } from './field-id.ts';
import { findErrors, type FieldError } from './find-errors.ts';

const MOST_TITLE = 200;

export interface TitledDraft {
  title: string;
  draft: Draft;
}

export type CheckedDraft =
  { ok: true; title: string; content: Resume } | { ok: false; errors: readonly FieldError[] };

/** Cleans a draft and holds it against the model, which is loaded when it is first needed. */
export async function checkDraft({ title, draft }: TitledDraft): Promise<CheckedDraft> {
  const { Resume } = await import('@resumint/resume/model');
  const cleaned = cleanDraft(draft);
  const checked = Resume.safeParse(cleaned.content);
  const errors = [
    ...titleErrors(title.trim()),
    ...(checked.success ? [] : findErrors(checked.error.issues, cleaned)),
  ];
  if (!checked.success || errors.length > 0) return { ok: false, errors };
  return { ok: true, title: title.trim(), content: checked.data };
}

function titleErrors(title: string): FieldError[] {
  const at = { id: TITLE_ID, where: 'Title' };
  if (title === '') return [{ ...at, message: 'is needed, so that you find this resume again' }];
  return title.length > MOST_TITLE ? [{ ...at, message: `can have at most ${MOST_TITLE} characters` }] : [];
}
