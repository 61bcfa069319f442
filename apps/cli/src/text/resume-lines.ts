import type { Resume } from '../answers.ts';
import { printable } from './printable.ts';

/** An overview of a resume: one line an entry. All of it is in the JSON. */
export function resumeLines(resume: Resume): string[] {
  const { basics } = resume;
  return [
    ...lineOf('', [basics?.name, basics?.label, basics?.email, basics?.phone, basics?.location?.city]),
    ...section('Work', resume.work, (entry) => [entry.position, entry.name, span(entry)]),
    ...section('Volunteer', resume.volunteer, (entry) => [entry.position, entry.organization, span(entry)]),
    ...section('Education', resume.education, (entry) => [
      entry.studyType,
      entry.area,
      entry.institution,
      span(entry),
    ]),
    ...section('Projects', resume.projects, (entry) => [entry.name, span(entry)]),
    ...section('Awards', resume.awards, (entry) => [entry.title, entry.awarder, entry.date]),
    ...section('Certificates', resume.certificates, (entry) => [entry.name, entry.issuer, entry.date]),
    ...section('Publications', resume.publications, (entry) => [
      entry.name,
      entry.publisher,
      entry.releaseDate,
    ]),
    ...section('Skills', resume.skills, (entry) => [entry.name, entry.keywords?.join(', ')]),
    ...section('Languages', resume.languages, (entry) => [entry.language, entry.fluency]),
    ...section('Interests', resume.interests, (entry) => [entry.name, entry.keywords?.join(', ')]),
    ...section('References', resume.references, (entry) => [entry.name]),
  ];
}

export function unplacedLines(unplaced: string[]): string[] {
  return unplaced.length === 0 ? [] : ['', 'Not placed', ...unplaced.map((text) => `  ${printable(text)}`)];
}

function section<Entry>(
  title: string,
  entries: Entry[] | undefined,
  partsOf: (entry: Entry) => (string | undefined)[],
): string[] {
  return entries?.length ? ['', title, ...entries.flatMap((entry) => lineOf('  ', partsOf(entry)))] : [];
}

function lineOf(indent: string, parts: (string | undefined)[]): string[] {
  const known = parts.filter((part) => part !== undefined);
  return known.length === 0 ? [] : [indent + printable(known.join(' · '))];
}

function span({ startDate, endDate }: { startDate?: string | undefined; endDate?: string | undefined }) {
  return startDate === undefined ? endDate : `${startDate} – ${endDate ?? 'now'}`;
}
