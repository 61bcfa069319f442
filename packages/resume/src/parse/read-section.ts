import type { Resume } from '../model/resume.ts';
import type { Entry } from './entry.ts';
import { groupEntries } from './group-entries.ts';
import { joinWrapped } from './join-wrapped.ts';
import type { Line } from './lines.ts';
import type { Section } from './sections.ts';
import { entryDates } from './sections/entry-dates.ts';
import { labelled, listItems } from './sections/list-items.ts';
import { readEducation } from './sections/read-education.ts';
import { readJobs } from './sections/read-jobs.ts';
import { readLanguages } from './sections/read-languages.ts';
import { readProject } from './sections/read-projects.ts';
import { readAwards, readCertificates, readCitations, readPublication } from './sections/read-records.ts';
import { readSkills } from './sections/read-skills.ts';

export interface ReadSection {
  resume: Resume;
  unplaced: string[];
}

type Reader = (lines: readonly Line[]) => ReadSection;

/** Reads what a section says, by its kind. */
export function readSection({ kind, lines }: Section): ReadSection {
  return READERS[kind](lines);
}

const READERS = {
  summary: (lines) => {
    const summary = joinWrapped(lines)
      .map((line) => line.text)
      .join('\n');
    return { resume: summary === '' ? {} : { basics: { summary } }, unplaced: [] };
  },
  work: (lines) => {
    const { jobs, unplaced } = readWork(lines);
    return {
      resume: { work: jobs.map(({ name, ...job }) => ({ ...(name !== undefined && { name }), ...job })) },
      unplaced,
    };
  },
  volunteer: (lines) => {
    const { jobs, unplaced } = readWork(lines);
    return {
      resume: {
        volunteer: jobs.map(({ name, location: _, ...job }) => ({
          ...(name !== undefined && { organization: name }),
          ...job,
        })),
      },
      unplaced,
    };
  },
  education: (lines) => {
    const { entries, unplaced } = groupEntries(lines);
    const read = entries.map(readEducation);
    return {
      resume: { education: read.map(({ education }) => education) },
      unplaced: [...unplaced, ...read.flatMap((one) => one.unplaced)],
    };
  },
  projects: (lines) => {
    const { entries, unplaced } = groupEntries(lines);
    return { resume: { projects: entries.map(readProject) }, unplaced };
  },
  publications: (lines) => {
    const { entries, unplaced } = groupEntries(lines);
    return entries.length > 0
      ? { resume: { publications: entries.map(readPublication) }, unplaced }
      : { resume: { publications: readCitations(lines) }, unplaced: [] };
  },
  awards: (lines) => ({ resume: { awards: readAwards(lines) }, unplaced: [] }),
  certificates: (lines) => ({ resume: { certificates: readCertificates(lines) }, unplaced: [] }),
  skills: (lines) => {
    const { skills, unplaced } = readSkills(lines);
    return { resume: { skills }, unplaced };
  },
  languages: (lines) => {
    const { languages, unplaced } = readLanguages(lines);
    return { resume: { languages }, unplaced };
  },
  interests: (lines) => ({
    resume: {
      interests: lines.flatMap((line) => {
        const group = labelled(line.text);
        return group
          ? [{ name: group.label, keywords: listItems(group.rest) }]
          : listItems(line.text).map((name) => ({ name }));
      }),
    },
    unplaced: [],
  }),
  references: (lines) => readReferences(lines),
  contact: (lines) => ({ resume: {}, unplaced: lines.map((line) => line.text) }),
  other: (lines) => ({ resume: {}, unplaced: lines.map((line) => line.text) }),
} satisfies Record<Section['kind'], Reader>;

function readWork(lines: readonly Line[]) {
  const { entries, unplaced } = groupEntries(lines);
  const named = readJobs(entries);
  const jobs = entries.map((entry, index) => {
    const { more = [], ...job } = named[index] ?? {};
    unplaced.push(...more);
    return { ...job, ...entryDates(entry.dates), ...told(entry) };
  });
  return { jobs, unplaced };
}

function told(entry: Entry): { summary?: string; highlights?: string[] } {
  return {
    ...(entry.prose.length > 0 && { summary: entry.prose.join('\n') }),
    ...(entry.points.length > 0 && { highlights: entry.points }),
  };
}

function readReferences(lines: readonly Line[]): ReadSection {
  const texts = joinWrapped(lines).map((line) => line.text);
  const isUponRequest = texts.every((text) => /(?:up)?on request/i.test(text));
  return isUponRequest
    ? { resume: {}, unplaced: [] }
    : { resume: { references: texts.map((name) => ({ name })) }, unplaced: [] };
}
