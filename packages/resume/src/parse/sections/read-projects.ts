import type { Resume } from '../../model/resume.ts';
import { readContactLine } from '../contact.ts';
import type { Entry } from '../entry.ts';
import { fragmentsOf } from '../fragments.ts';
import { titleLikeness } from '../titles.ts';
import { entryDates } from './entry-dates.ts';
import { labelled, listItems } from './list-items.ts';

type Project = NonNullable<Resume['projects']>[number];

const TOOLS_LABEL =
  /^(?:tech(?:nologies|nology|\s?stack)?|stack|tools|built with|technologies used|keywords|skills)$/i;

/** Reads one project: its name, what it is, roles, tools, link and points. */
export function readProject(entry: Entry): Project {
  const [title = '', ...others] = entry.heads;
  const { contact, rest } = readContactLine(title);
  const [name = '', ...more] = fragmentsOf([contact.url || contact.profiles[0] ? rest : title]).parts;
  const project: Project = { name, ...projectDates(entry) };
  const url = contact.url ?? contact.profiles[0]?.url;
  if (url) project.url = url;
  const description: string[] = [];
  for (const text of [...more, ...others, ...entry.prose]) readLine(project, text, description);
  if (description.length > 0) project.description = description.join('\n');
  const points = entry.points.filter((point) => !readTools(project, point));
  if (points.length > 0) project.highlights = points;
  return project;
}

function readLine(project: Project, text: string, description: string[]): void {
  if (readTools(project, text)) return;
  const { contact, rest } = readContactLine(text);
  const url = contact.url ?? contact.profiles[0]?.url;
  if (url && rest === '' && project.url === undefined) project.url = url;
  else if (titleLikeness(text) === 2 && text.length <= 60) project.roles = [...(project.roles ?? []), text];
  else description.push(text);
}

function readTools(project: Project, text: string): boolean {
  const tools = labelled(text);
  if (!tools || !TOOLS_LABEL.test(tools.label)) return false;
  project.keywords = [...(project.keywords ?? []), ...listItems(tools.rest)];
  return true;
}

// A project's lone date tells when it was, not that it has ended then and began before.
function projectDates(entry: Entry): { startDate?: string; endDate?: string } {
  const dates = entryDates(entry.dates);
  return entry.dates && !entry.dates.isRange && dates.endDate
    ? { startDate: dates.endDate, endDate: dates.endDate }
    : dates;
}
