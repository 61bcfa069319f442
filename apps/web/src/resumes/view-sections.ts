import { formatPartialDate, formatPeriod } from './format-period.ts';
import type { Resume } from './resume.ts';

/** An entry of any section as it is set on the page. */
export interface ViewEntry {
  title?: string | undefined;
  subtitle?: string | undefined;
  when?: string | null | undefined;
  url?: string | undefined;
  texts?: (string | undefined)[];
  points?: readonly string[] | undefined;
  tags?: readonly string[] | undefined;
}

export interface ViewSection {
  title: string;
  /** Set as lines of a list: their entries are a few words each. */
  isShort?: boolean;
  entries: readonly ViewEntry[];
}

/** The sections of a resume that say something, in the order of the page. */
export function viewSections(resume: Resume): ViewSection[] {
  const sections: ViewSection[] = [
    { title: 'Work', entries: (resume.work ?? []).map(viewJob) },
    { title: 'Education', entries: (resume.education ?? []).map(viewSchool) },
    { title: 'Skills', isShort: true, entries: (resume.skills ?? []).map(viewSkill) },
    { title: 'Projects', entries: (resume.projects ?? []).map(viewProject) },
    { title: 'Volunteering', entries: (resume.volunteer ?? []).map(viewPost) },
    { title: 'Awards', entries: (resume.awards ?? []).map(viewAward) },
    { title: 'Certificates', entries: (resume.certificates ?? []).map(viewCertificate) },
    { title: 'Publications', entries: (resume.publications ?? []).map(viewPublication) },
    { title: 'Languages', isShort: true, entries: (resume.languages ?? []).map(viewLanguage) },
    { title: 'Interests', isShort: true, entries: (resume.interests ?? []).map(viewInterest) },
    { title: 'References', entries: (resume.references ?? []).map(viewReference) },
  ];
  return sections.filter(({ entries }) => entries.length > 0);
}

type EntryOf<Name extends Exclude<keyof Resume, 'basics'>> = NonNullable<Resume[Name]>[number];

function viewJob(job: EntryOf<'work'>): ViewEntry {
  const { position, name, location, url, description, summary, highlights } = job;
  const subtitle = joined([position && name, location]);
  const texts = [description, summary];
  return { title: position ?? name, subtitle, when: formatPeriod(job), url, texts, points: highlights };
}

function viewPost(post: EntryOf<'volunteer'>): ViewEntry {
  const { position, organization, url, summary, highlights } = post;
  const subtitle = position && organization;
  const when = formatPeriod(post);
  return { title: position ?? organization, subtitle, when, url, texts: [summary], points: highlights };
}

function viewSchool(school: EntryOf<'education'>): ViewEntry {
  const { institution, studyType, area, score, url, courses } = school;
  const degree = joined([studyType, area]);
  const subtitle = joined([degree && institution, score]);
  return { title: degree ?? institution, subtitle, when: formatPeriod(school), url, tags: courses };
}

function viewProject(project: EntryOf<'projects'>): ViewEntry {
  const { name, entity, type, roles = [], url, description, highlights, keywords } = project;
  return {
    title: name ?? entity,
    subtitle: joined([name && entity, type, ...roles]),
    when: formatPeriod(project),
    url,
    texts: [description],
    points: highlights,
    tags: keywords,
  };
}

function viewAward({ title, awarder, date, summary }: EntryOf<'awards'>): ViewEntry {
  return { title: title ?? awarder, subtitle: title && awarder, when: dated(date), texts: [summary] };
}

function viewCertificate({ name, issuer, date, url }: EntryOf<'certificates'>): ViewEntry {
  return { title: name ?? issuer, subtitle: name && issuer, when: dated(date), url };
}

function viewPublication(publication: EntryOf<'publications'>): ViewEntry {
  const { name, publisher, releaseDate, url, summary } = publication;
  const subtitle = name && publisher;
  return { title: name ?? publisher, subtitle, when: dated(releaseDate), url, texts: [summary] };
}

function viewSkill({ name, level, keywords }: EntryOf<'skills'>): ViewEntry {
  return { title: name, subtitle: level, tags: keywords };
}

function viewLanguage({ language, fluency }: EntryOf<'languages'>): ViewEntry {
  return { title: language, subtitle: fluency };
}

function viewInterest({ name, keywords }: EntryOf<'interests'>): ViewEntry {
  return { title: name, tags: keywords };
}

function viewReference({ name, reference }: EntryOf<'references'>): ViewEntry {
  return { title: name, texts: [reference] };
}

function joined(parts: (string | undefined)[]): string | undefined {
  const said = parts.filter((part) => part !== undefined && part !== '');
  return said.length === 0 ? undefined : said.join(', ');
}

function dated(date: string | undefined): string | undefined {
  return date === undefined ? undefined : formatPartialDate(date);
}
