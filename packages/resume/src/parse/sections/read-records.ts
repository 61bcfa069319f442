import { findDates } from '../../dates/find-dates.ts';
import type { Resume } from '../../model/resume.ts';
import { readContactLine } from '../contact.ts';
import { takeDates, type Entry } from '../entry.ts';
import { commaPieces } from '../fragments.ts';
import { joinWrapped } from '../join-wrapped.ts';
import type { Line } from '../lines.ts';

type Award = NonNullable<Resume['awards']>[number];
type Certificate = NonNullable<Resume['certificates']>[number];
type Publication = NonNullable<Resume['publications']>[number];

/** Awards, one per line or point. */
export function readAwards(lines: readonly Line[]): Award[] {
  return readRecords(lines).map(({ name, by, date, rest }) => ({
    title: name,
    ...(date && { date }),
    ...(by && { awarder: by }),
    ...(rest && { summary: rest }),
  }));
}

/** Certificates, one per line or point. */
export function readCertificates(lines: readonly Line[]): Certificate[] {
  return readRecords(lines).map(({ name, by, date, rest }) => {
    const url = rest === undefined ? undefined : readContactLine(rest).contact.url;
    const [plain = name, ...issuer] = by === undefined ? commaPieces(name) : [name];
    const given = by ?? (issuer.length > 0 ? issuer.join(', ') : undefined);
    return { name: plain, ...(date && { date }), ...(given && { issuer: given }), ...(url && { url }) };
  });
}

/** A title, then who wrote it and where: JSON Resume has no field for authors, so they go to the summary. */
export function readPublication(entry: Entry): Publication {
  const { title, others } = wholeTitle(entry.heads.flatMap((head) => head.split('\t')));
  const lines = [...others, ...entry.points, ...entry.prose];
  const date = entry.dates?.start ?? entry.dates?.end;
  const url = lines.map((line) => readContactLine(line).contact.url).find((found) => found !== undefined);
  const publisher = lines
    .map((line) => /\(([^()]{2,80})\)$/.exec(line)?.[1])
    .find((found) => found !== undefined);
  return {
    name: title.replace(/^["“]|["”]$/g, ''),
    ...(publisher && { publisher }),
    ...(date && { releaseDate: date }),
    ...(url && { url }),
    ...(lines.length > 0 && { summary: lines.join('\n') }),
  };
}

/** Publications written as whole citations: their parts cannot be told apart, but the year can. */
export function readCitations(lines: readonly Line[]): Publication[] {
  const citations: string[] = [];
  for (const { text } of lines) {
    const open = citations.at(-1);
    if (open !== undefined && !/[.!?)]$/.test(open)) citations.splice(-1, 1, `${open} ${text}`);
    else citations.push(text);
  }
  return citations.map((name) => {
    const releaseDate = findDates(name)[0]?.date;
    return { name, ...(releaseDate && { releaseDate }) };
  });
}

// A title too long for its line leaves a few words on the next one.
function wholeTitle([title = '', ...others]: readonly string[]): { title: string; others: string[] } {
  const [next] = others;
  const isCut =
    title.length >= 60 && next !== undefined && /^[^,.;]{1,40}$/.test(next) && next.split(' ').length <= 3;
  return isCut ? { title: `${title} ${next}`, others: others.slice(1) } : { title, others };
}

interface Listing {
  name: string;
  by?: string;
  date?: string;
  rest?: string;
}

function readRecords(lines: readonly Line[]): Listing[] {
  const records: Listing[] = [];
  for (const line of joinWrapped(lines)) {
    const { text, dates } = takeDates(line.text);
    const last = records.at(-1);
    const date = dates?.start ?? dates?.end;
    if (text === '' && last && date) last.date ??= date;
    else if (last && line.isPoint && lines[0]?.isPoint === false) last.rest = joined(last.rest, text);
    else if (text !== '') records.push({ ...parted(text), ...(date && { date }) });
  }
  return records;
}

function parted(text: string): { name: string; by?: string; rest?: string } {
  const [name = text, by, ...rest] = text.split(/\t|\s+[|—]\s+|\s+by\s+(?=\p{Lu})/u);
  return { name, ...(by && { by }), ...(rest.length > 0 && { rest: rest.join(' ') }) };
}

function joined(first: string | undefined, next: string): string {
  return first === undefined ? next : `${first}\n${next}`;
}
