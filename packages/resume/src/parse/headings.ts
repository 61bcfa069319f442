export type SectionKind =
  | 'summary'
  | 'contact'
  | 'work'
  | 'volunteer'
  | 'education'
  | 'awards'
  | 'certificates'
  | 'publications'
  | 'skills'
  | 'languages'
  | 'interests'
  | 'references'
  | 'projects'
  | 'other';

const HEADINGS: readonly (readonly [SectionKind, string])[] = [
  [
    'summary',
    'summary|profile|about|about me|objective|career objective|professional profile|personal statement|statement|bio|' +
      'biography|introduction|overview|career summary|summary of qualifications|highlights of qualifications|who i am',
  ],
  [
    'contact',
    'contact|contact information|contact info|contact details|contacts|personal information|personal details|' +
      'personal data|links|online|online presence|profiles|social|websites|details',
  ],
  [
    'work',
    'experience|experiences|work|employment|employment history|work history|career|career history|job history|' +
      'professional background|professional history|positions|positions held|internships|internship|internship experience|' +
      'industry experience|research experience|teaching experience|work and experience|experience and employment|' +
      'work and research experience|military service|military experience|where i have worked|jobs',
  ],
  [
    'volunteer',
    'volunteer|volunteering|volunteer experience|volunteer work|volunteering experience|voluntary work|community service|' +
      'community involvement|community|service|extracurricular activities|extracurriculars|extracurricular|leadership|' +
      'leadership experience|leadership and activities|activities and leadership|social engagement|civic engagement',
  ],
  [
    'education',
    'education|academic background|academic qualifications|academic history|academics|qualifications|studies|' +
      'education and training|educational background|educational qualifications|educational qualification|education and qualifications|degrees|schooling|academic education|' +
      'university education|training and education',
  ],
  [
    'awards',
    'awards|award|honors|honours|honors and awards|honours and awards|awards and honors|awards and honours|achievements|' +
      'accomplishments|scholarships|distinctions|prizes|recognition|recognitions|awards and recognition|fellowships|' +
      'awards and achievements|awards and scholarships|scholarships and awards|grants and awards|fellowships and awards',
  ],
  [
    'certificates',
    'certifications|certification|certificates|licenses|licences|licenses and certifications|credentials|' +
      'certifications and licenses|courses and certifications|certifications and training|training|trainings|' +
      'training and certifications|professional development|courses and certificates',
  ],
  [
    'publications',
    'publications|papers|articles|research publications|books|journal articles|conference papers|publications and papers|' +
      'writing|peer reviewed publications|publication',
  ],
  [
    'skills',
    'skills|skill|technologies|competencies|competences|expertise|tools|proficiencies|areas of expertise|strengths|' +
      'skill set|skillset|tech stack|technology stack|programming languages|software|abilities|tools and technologies|' +
      'skills and tools|skills and technologies|skills and expertise|skills and competencies|skills and abilities|' +
      'knowledge|languages and technologies|computer skills|it skills|hard skills|soft skills|technical knowledge|toolbox',
  ],
  ['languages', 'languages|language skills|language|spoken languages|foreign languages'],
  [
    'interests',
    'interests|hobbies|hobbies and interests|interests and hobbies|personal interests|activities and interests',
  ],
  ['references', 'references|referees|recommendations|testimonials'],
  [
    'projects',
    'projects|project|side projects|personal projects|open source|open source projects|open source contributions|' +
      'portfolio|academic projects|research projects|project experience|projects and research|research',
  ],
  [
    'other',
    'patents|patent|talks|invited talks|presentations|conferences|speaking|memberships|affiliations|membership|' +
      'coursework|relevant coursework|courses|activities|additional information|miscellaneous|other|declaration|grants|' +
      'teaching|media|press|professional affiliations|professional memberships|talks and presentations|extras|more',
  ],
];

const QUALIFIERS = new Set(
  'top professional relevant selected additional other key core technical my recent main notable personal general special executive work significant digital'.split(
    ' ',
  ),
);

const kinds = new Map(
  HEADINGS.flatMap(([kind, names]) => names.split('|').map((name): [string, SectionKind] => [name, kind])),
);

const HEADING_LENGTH_MAX = 50;

/** What kind of section a heading opens; undefined where a text is no heading. */
export function headingKind(text: string): SectionKind | undefined {
  if (text.length > HEADING_LENGTH_MAX || /[.!?]$/.test(text)) return undefined;
  const name = normalized(text);
  return kindOf(name) ?? jointKind(name);
}

function kindOf(name: string): SectionKind | undefined {
  const words = name.split(' ');
  while (words.length > 0) {
    const kind = kinds.get(words.join(' '));
    if (kind) return kind;
    if (!QUALIFIERS.has(words[0] ?? '')) return undefined;
    words.shift();
  }
  return undefined;
}

// "Skills & Awards": the first part that is known says what it is.
function jointKind(name: string): SectionKind | undefined {
  const parts = name.split(' and ');
  const found = parts.map(kindOf);
  return parts.length > 1 && found.every((kind) => kind !== undefined) ? found[0] : undefined;
}

function normalized(text: string): string {
  const isSpaced = /^(?:\p{L}\s){3,}\p{L}$/u.test(text.trim());
  return (isSpaced ? text.replace(/\s/g, '') : text)
    .toLowerCase()
    .replace(/\s?[&+/,]\s?/g, ' and ')
    .replace(/[^\p{L} ]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
