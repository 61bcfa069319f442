import type { Outputs } from '@resumint/client';

export type SavedResume = Outputs['resumes']['get'];
export type Resume = SavedResume['content'];
