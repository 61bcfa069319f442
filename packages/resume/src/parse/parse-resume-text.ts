import { Resume } from '../model/resume.ts';
import { readJsonResume } from '../read-json-resume.ts';
import { keepValid } from './keep-valid.ts';
import { readLines } from './lines.ts';
import { raiseHeader } from './raise-header.ts';
import { readHeader } from './read-header.ts';
import { readSection, type ReadSection } from './read-section.ts';
import { splitSections } from './sections.ts';

const TEXT_LENGTH_MAX = 60_000;

/** What a text says of a person, and what in it could not be placed. */
export interface ParsedResume {
  resume: Resume;
  unplaced: string[];
}

/**
 * Reads a resume from its plain text, without a model: nothing is in the result that is not in the text. Never
 * throws for plain text; of a longer one only the first 60,000 characters are read. The text of a JSON Resume
 * file is read as such, and throws `bad_input` as `readJsonResume` does.
 */
export function parseResumeText(text: string): ParsedResume {
  if (isJsonResume(text)) return { resume: readJsonResume(text), unplaced: [] };
  const lines = raiseHeader(readLines(text.slice(0, TEXT_LENGTH_MAX)));
  const { header, sections } = splitSections(lines);
  const contactLines = sections.filter(({ kind }) => kind === 'contact').flatMap((section) => section.lines);
  const { basics, prose, unplaced } = readHeader(header, contactLines, lines);
  const parts = sections.filter(({ kind }) => kind !== 'contact').map(readSection);
  const draft = parts.reduce(merge, { basics });
  if (draft.basics?.summary === undefined) draft.basics = { ...draft.basics, summary: prose.join('\n') };
  else unplaced.push(...prose);
  const { resume, dropped } = keepValid(draft);
  const left = [...unplaced, ...parts.flatMap((part) => part.unplaced), ...dropped];
  return { resume, unplaced: left.map((text) => text.replace(/\s+/g, ' ')) };
}

/** Sections of one kind add up. */
function merge(whole: Resume, { resume: part }: ReadSection): Resume {
  const lists = Object.entries(part).filter(([key]) => key !== 'basics');
  const summary = [whole.basics?.summary, part.basics?.summary]
    .filter((text) => text !== undefined)
    .join('\n');
  const merged: Record<string, unknown> = {
    ...whole,
    basics: { ...whole.basics, ...(summary && { summary }) },
  };
  for (const [key, list] of lists) merged[key] = [merged[key] ?? [], list].flat();
  return merged;
}

function isJsonResume(text: string): boolean {
  if (!/^\s*\{/.test(text)) return false;
  try {
    const value: unknown = JSON.parse(text);
    return (
      typeof value === 'object' && value !== null && Object.keys(Resume.shape).some((key) => key in value)
    );
  } catch {
    return false;
  }
}
