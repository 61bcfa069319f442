import { z } from 'zod';

const text = z.string().nullable();
const texts = z.array(z.string());
const period = { startDate: text, endDate: text };

/** JSON Resume as it is asked of a model: strict mode wants every property, so what is absent is null or empty. */
const ResumeAnswer = z.object({
  basics: z.object({
    name: text,
    label: text,
    email: text,
    phone: text,
    url: text,
    summary: text,
    location: z.object({ address: text, postalCode: text, city: text, region: text, countryCode: text }),
    profiles: z.array(z.object({ network: text, username: text, url: text })),
  }),
  work: z.array(
    z.object({ name: text, position: text, location: text, ...period, summary: text, highlights: texts }),
  ),
  volunteer: z.array(
    z.object({ organization: text, position: text, ...period, summary: text, highlights: texts }),
  ),
  education: z.array(
    z.object({ institution: text, area: text, studyType: text, ...period, score: text, courses: texts }),
  ),
  awards: z.array(z.object({ title: text, date: text, awarder: text, summary: text })),
  certificates: z.array(z.object({ name: text, date: text, issuer: text })),
  publications: z.array(
    z.object({ name: text, publisher: text, releaseDate: text, url: text, summary: text }),
  ),
  skills: z.array(z.object({ name: text, level: text, keywords: texts })),
  languages: z.array(z.object({ language: text, fluency: text })),
  interests: z.array(z.object({ name: text, keywords: texts })),
  projects: z.array(
    z.object({ name: text, description: text, ...period, url: text, highlights: texts, keywords: texts }),
  ),
});

/** As the provider wants it. */
export const RESUME_FORMAT = {
  name: 'resume',
  schema: z.toJSONSchema(ResumeAnswer, { target: 'draft-7' }),
};
