import { z } from 'zod';
import { sectionOf, sentencesOf } from './request-text.ts';

const SENTENCES_MAX = 3;
const SKILLS_MAX = 6;

const text = z.string().trim().min(1).optional().catch(undefined);
const list = <Entry extends z.ZodType>(entry: Entry) => z.array(entry).catch([]);

/** Only what a summary draws on, read leniently: a part that is not as expected counts as absent. */
const SummarizedResume = z.object({
  basics: z.object({ label: text, summary: text }).catch({ label: undefined, summary: undefined }),
  work: list(z.object({ name: text, position: text, startDate: text, endDate: text })),
  education: list(z.object({ institution: text, area: text, studyType: text })),
  skills: list(z.object({ name: text, keywords: list(z.string()) })),
});

type SummarizedResume = z.infer<typeof SummarizedResume>;
type Work = SummarizedResume['work'][number];

/**
 * Two to four sentences out of the resume in the input, which say nothing that it does not, or the first
 * sentences of an input without one.
 */
export function answerSummary(input: string): string {
  const resume = readResume(sectionOf(input, 'resume'));
  if (resume === null) return sentencesOf(input, SENTENCES_MAX).join(' ');
  const sentences = summarize(resume);
  return (sentences.length > 0 ? sentences : sentencesOf(resume.basics.summary ?? '', SENTENCES_MAX)).join(
    ' ',
  );
}

function readResume(json: string | null): SummarizedResume | null {
  if (json === null) return null;
  try {
    return SummarizedResume.safeParse(JSON.parse(json)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function summarize({ basics, work, education, skills }: SummarizedResume): string[] {
  const [latest, previous] = [...work].sort((a, b) => compare(endOf(b), endOf(a)));
  const [school] = education;
  const skillNames = skills.flatMap(({ name, keywords }) => (keywords.length > 0 ? keywords : [name ?? '']));
  return [
    sentence(basics.label),
    sentence(latest && describeWork(latest)),
    sentence(previous && prefixed('Before that, ', describeWork(previous))) ??
      sentence(school && describeSchool(school)),
    sentence(prefixed('Works with ', enumerate(unique(skillNames).slice(0, SKILLS_MAX)))),
  ].filter((one) => one !== undefined);
}

/** By code unit, since a locale has its own mind about `~`. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Work without an end goes on, so it sorts after all that has ended. */
function endOf({ startDate, endDate }: Work): string {
  return endDate ?? (startDate ? `~${startDate}` : '');
}

function describeWork({ position, name, startDate, endDate }: Work): string | undefined {
  const role = position && name ? `${position} at ${name}` : (position ?? name);
  const from = startDate?.slice(0, 4);
  const until = endDate?.slice(0, 4);
  if (!role || !from) return role;
  return until ? `${role} from ${from} to ${until}` : `${role} since ${from}`;
}

function describeSchool({ studyType, area, institution }: SummarizedResume['education'][number]) {
  const degree = studyType && area ? `${studyType}, ${area}` : (studyType ?? area);
  return degree && institution ? `${degree}, ${institution}` : (degree ?? institution);
}

function prefixed(prefix: string, phrase: string | undefined): string | undefined {
  return phrase && `${prefix}${phrase}`;
}

function sentence(phrase: string | undefined): string | undefined {
  return phrase && `${phrase.replace(/[.\s]+$/, '')}.`;
}

function enumerate(items: readonly string[]): string | undefined {
  if (items.length < 2) return items[0];
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items.map((item) => item.trim()).filter(Boolean))];
}
