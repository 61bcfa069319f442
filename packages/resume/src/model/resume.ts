import { z } from 'zod';
import { listOf } from './fields.ts';
import { fitsWithin } from './fits-within.ts';
import * as section from './sections.ts';

const RESUME_LENGTH_MAX = 200_000;

/**
 * JSON Resume v1 without `meta`. What is absent is omitted: no null, no empty text. A date without an end is
 * one that goes on. Unknown keys are dropped. At most 200,000 characters as JSON, before escapes.
 */
export const Resume = z
  .object({
    basics: section.Basics.optional(),
    work: listOf(section.Work).optional(),
    volunteer: listOf(section.Volunteer).optional(),
    education: listOf(section.Education).optional(),
    awards: listOf(section.Award).optional(),
    certificates: listOf(section.Certificate).optional(),
    publications: listOf(section.Publication).optional(),
    skills: listOf(section.Skill).optional(),
    languages: listOf(section.Language).optional(),
    interests: listOf(section.Interest).optional(),
    references: listOf(section.Reference).optional(),
    projects: listOf(section.Project).optional(),
  })
  .refine((resume) => fitsWithin(resume, RESUME_LENGTH_MAX), 'is too long as a whole');

export type Resume = z.infer<typeof Resume>;
