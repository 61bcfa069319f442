import type { Resume } from '../../model/resume.ts';
import type { Entry } from '../entry.ts';
import { commaPieces, fragmentsOf } from '../fragments.ts';
import { entryDates } from './entry-dates.ts';
import { isInstitution, isScore, takeDegree } from './degrees.ts';

type Education = NonNullable<Resume['education']>[number];

/** Reads one place of learning; what fits no field of the model comes back as `unplaced`. */
export function readEducation(entry: Entry): { education: Education; unplaced: string[] } {
  const education: Education = { ...entryDates(entry.dates) };
  const unplaced: string[] = [];
  for (const part of fragmentsOf(entry.heads, entry.place).parts) readPart(education, part, unplaced);
  promoteOnlyName(education);
  for (const text of [...entry.points, ...entry.prose]) {
    if (!readDetail(education, text)) unplaced.push(text);
  }
  return { education, unplaced };
}

function readPart(education: Education, part: string, unplaced: string[]): void {
  for (const piece of commaPieces(part)) {
    const degree = takeDegree(piece);
    if (degree) {
      readDegree(education, degree, unplaced);
    } else if (isScore(piece)) {
      education.score ??= scoreOf(piece);
    } else if (
      CAMPUS_OF.test(education.institution ?? '') &&
      CAMPUS.test(piece) &&
      part.startsWith(education.institution ?? '')
    ) {
      education.institution = `${education.institution}, ${piece}`;
    } else if (isInstitution(piece) && education.institution === undefined) {
      education.institution = piece;
    } else if (education.studyType === undefined && education.institution === undefined) {
      education.institution = piece;
    } else if (education.area === undefined) {
      education.area = piece.replace(/^(?:major(?: in)?|in)[:\s]+/i, '');
    } else if (education.institution === undefined) {
      education.institution = piece;
    } else {
      unplaced.push(piece);
    }
  }
}

// "University of California, Berkeley": the second piece is still its name.
const CAMPUS_OF =
  /^(?:university of (?:california|texas|wisconsin|illinois|michigan|minnesota|maryland|massachusetts|north carolina|colorado|nebraska|tennessee|alabama|missouri|hawaii|arkansas|london)|california state university|indian institute of technology|national institute of technology)$/i;
const CAMPUS = /^\p{Lu}[\p{L}.-]*(?: \p{Lu}[\p{L}.-]*){0,2}$/u;

function readDegree(
  education: Education,
  { degree, rest }: { degree: string; rest: string },
  unplaced: string[],
): void {
  if (education.studyType !== undefined && plain(education.studyType) !== plain(degree)) {
    unplaced.push(rest === '' ? degree : `${degree} ${rest}`);
    return;
  }
  education.studyType = degree;
  const [, area, from] = /^(.{2,100}?)\s(?:at|from|@)\s(.{2,100})$/.exec(rest) ?? [];
  if (area && from) {
    education.area ??= area;
    education.institution ??= from;
  } else if (rest !== '' && isInstitution(rest)) {
    education.institution ??= rest.replace(/^(?:at|from)\s/, '');
  } else if (rest !== '') {
    education.area ??= rest;
  }
}

// Two names without a telling word: a place stands before its subject.
function promoteOnlyName(education: Education): void {
  const { area, institution } = education;
  if (area && institution && !isInstitution(institution) && isInstitution(area)) {
    education.area = institution;
    education.institution = area;
  } else if (area && !institution && isInstitution(area)) {
    education.institution = area;
    delete education.area;
  }
}

function readDetail(education: Education, text: string): boolean {
  const courses =
    /^(?:relevant |selected |key )?(?:course\s?work|courses|modules|subjects)\s?[:–—-]\s?(.+)$/i.exec(text);
  if (courses?.[1]) {
    education.courses = [...(education.courses ?? []), ...listItems(courses[1])];
    return true;
  }
  if (education.score === undefined && isScore(text)) {
    education.score = scoreOf(text);
    return true;
  }
  return false;
}

function listItems(text: string): string[] {
  return text
    .split(/[,;]\s*/)
    .map((item) => item.replace(/\.$/, '').trim())
    .filter((item) => item !== '');
}

function scoreOf(text: string): string {
  return text.replace(/^(?:C?GPA|(?:final )?grade|average)(?:\sof)?[:\s]+(?=\S)/i, '');
}

function plain(text: string): string {
  return text.replace(/[.\s]/g, '').toLowerCase();
}
