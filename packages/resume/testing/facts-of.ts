import type { ExpectedFacts } from '../fixtures/expected.ts';
import type { Resume } from '../src/index.ts';

/** A resume's facts in the form `fixtures/expected.ts` has them. */
export function factsOf(resume: Resume): ExpectedFacts {
  return {
    name: resume.basics?.name ?? '',
    email: resume.basics?.email ?? null,
    phone: resume.basics?.phone ?? null,
    jobs: (resume.work ?? []).map((job) => ({
      employer: job.name ?? '',
      position: job.position ?? '',
      startDate: job.startDate ?? '',
      endDate: job.endDate ?? null,
    })),
    degrees: (resume.education ?? []).map(
      ({ institution = '', studyType = '', area, startDate, endDate }) => ({
        institution,
        studyType,
        ...(area && { area }),
        ...(startDate && { startDate }),
        ...(endDate && { endDate }),
      }),
    ),
  };
}
