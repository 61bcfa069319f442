import { isHumanLanguage } from './human-language.ts';
import { headingKind, type SectionKind } from './headings.ts';
import type { Line } from './lines.ts';

export interface Section {
  kind: SectionKind;
  lines: Line[];
}

/** What stands above the first heading, and the sections under each. */
export function splitSections(lines: readonly Line[]): { header: Line[]; sections: Section[] } {
  const header: Line[] = [];
  const sections: Section[] = [];
  for (const line of lines) {
    const current = sections.at(-1);
    const kind = line.isPoint ? undefined : headingKind(line.text);
    const inline = kind ? undefined : inlineHeading(line, current?.kind);
    if (kind) sections.push({ kind, lines: [] });
    else if (inline) sections.push({ kind: inline.kind, lines: [{ ...line, text: inline.rest }] });
    else (current?.lines ?? header).push(line);
  }
  return { header, sections };
}

const INLINE_KINDS: ReadonlySet<SectionKind> = new Set([
  'summary',
  'skills',
  'languages',
  'interests',
  'certificates',
  'awards',
  'references',
]);
const SECTIONS_OF_ENTRIES: ReadonlySet<SectionKind> = new Set(['work', 'projects', 'education', 'volunteer']);

// "Languages: English, German" is a section in one line. Among an entry's lines, "Technologies: …" is the entry's.
function inlineHeading(
  line: Line,
  current: SectionKind | undefined,
): { kind: SectionKind; rest: string } | undefined {
  const match = /^([^:]{3,40}):\s*(\S.*)$/.exec(line.text);
  const kind = match?.[1] ? headingKind(match[1]) : undefined;
  const rest = match?.[2];
  if (!kind || !rest || !INLINE_KINDS.has(kind)) return undefined;
  if (kind === 'languages' && !isHumanLanguage(rest.split(/[\s,;(–-]/)[0] ?? '')) return undefined;
  if (kind === 'skills' && current === 'skills') return undefined;
  if (current && SECTIONS_OF_ENTRIES.has(current) && (line.isPoint || !line.isAfterGap)) return undefined;
  if (kind === current) return undefined;
  return { kind, rest };
}
