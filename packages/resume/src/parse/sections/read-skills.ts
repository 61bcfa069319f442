import type { Resume } from '../../model/resume.ts';
import { takeDates } from '../entry.ts';
import type { Line } from '../lines.ts';
import { labelled, listItems } from './list-items.ts';

type Skill = NonNullable<Resume['skills']>[number];

const NAME_LENGTH_MAX = 80;

/** Groups with their keywords where lines have labels, else one skill per item. Sentences are not skills. */
export function readSkills(lines: readonly Line[]): { skills: Skill[]; unplaced: string[] } {
  const unplaced: string[] = [];
  const skills = joinLists(lines).flatMap((text): Skill[] => {
    const group = labelled(text);
    const keywords = listItems(group?.rest ?? text).filter((item) => item.length <= NAME_LENGTH_MAX);
    if (keywords.length === 0 || (!group && isSentence(text))) {
      unplaced.push(text);
      return [];
    }
    return group ? [{ name: group.label, keywords }] : keywords.map(withLevel);
  });
  return { skills, unplaced };
}

/** Lists that run over several lines become one line each. */
function joinLists(lines: readonly Line[]): string[] {
  const joined: string[] = [];
  let last: Line | undefined;
  for (const line of lines) {
    const open = joined.at(-1);
    const isOpen =
      last !== undefined && open !== undefined && !line.isPoint && !line.isAfterGap && !labelled(line.text);
    const lacksItem = /[,;&]$/.test(last?.text ?? '') || /^[\p{Ll}(]/u.test(line.text);
    const isBroken = open !== undefined && labelled(open) && (last?.text.length ?? 0) >= LINE_FULL;
    const isUnderLabel = last !== undefined && last.text.endsWith(':');
    if ((isOpen && (lacksItem || isBroken)) || isUnderLabel) {
      joined[joined.length - 1] = `${open} ${line.text}`;
    } else {
      joined.push(line.text);
    }
    last = line;
  }
  return joined;
}

const LINE_FULL = 60;

function withLevel(item: string): Skill {
  const match =
    /^(.{1,60}?)\s?(?:[(–—-]\s?)(beginner|basic|intermediate|advanced|expert|proficient|fluent|master)\)?$/i.exec(
      item,
    );
  return match?.[1] && match[2] ? { name: match[1], level: match[2] } : { name: item };
}

function isSentence(text: string): boolean {
  return text.split(/\s+/).length > 12 && !text.includes(',') && !takeDates(text).dates;
}
