import type { Outputs } from '@resumint/client';

export type Resume = Outputs['resumes']['get']['content'];
