const ROLE =
  '(?:engineer|developer|designer|manager|scientist|analyst|architect|consultant|researcher|producer|editor|accountant|nurse|teacher|officer|executive|administrator|programmer|writer|counsel|recruiter|marketer|buyer|planner|associate)';

/** Words that are always a title or degree, in any case. */
const ALWAYS =
  /\b(?:director|manager|vice[- ]president|president|vp|svp|evp|ceo|cto|cfo|coo|cio|cmo|cpo|(?:co-?)?founder|professor|ph\.?d|doctorate|mba|master['’]?s degree|bachelor['’]?s degree|supervisor|superintendent|partner at|board member|chairman|chairwoman|chairperson|fellow|laureate|architect|consultant)\b/giu;
/** Words that are a title only before a role: a senior engineer is one, a senior stakeholder is not. */
const BEFORE_ROLE = new RegExp(
  `\\b(senior|junior|lead|principal|staff|chief|head|deputy|executive|certified|chartered|licensed|registered)\\s(?:\\p{L}+\\s){0,2}?${ROLE}s?\\b`,
  'giu',
);
const HEAD_OF = /\bhead of (?:\p{L}+)/giu;
const CAPITAL = /(?<=\p{L}[ ,]\s?)(?:Senior|Junior|Lead|Principal|Staff|Chief|Head|Deputy)\b/gu;

/** The titles and degrees a text claims for a person. */
export function claimedTitles(text: string): string[] {
  return [
    ...[...text.matchAll(ALWAYS)].map(([title]) => title.trim()),
    ...[...text.matchAll(BEFORE_ROLE)].map(([, rank = '']) => rank),
    ...[...text.matchAll(HEAD_OF)].map(([title]) => title),
    ...[...text.matchAll(CAPITAL)].map(([rank]) => rank),
  ];
}
