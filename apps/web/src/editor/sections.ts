import type { Resume } from '../resumes/resume.ts';

type Filled<Name extends keyof Resume> = NonNullable<Resume[Name]>;
type Basics = Filled<'basics'>;

/** What an entry of each section says. What stands inside the basics has sections of its own. */
type Entries = {
  [Name in Exclude<keyof Resume, 'basics'>]-?: Filled<Name>[number];
} & {
  basics: Omit<Basics, 'location' | 'profiles'>;
  location: NonNullable<Basics['location']>;
  profiles: NonNullable<Basics['profiles']>[number];
};

export type SectionName = keyof Entries;
export type FieldKind = 'text' | 'email' | 'url' | 'date' | 'prose' | 'lines';

export interface Field {
  label: string;
  kind: FieldKind;
  hint?: string;
  /** Shown where it is filled, or when asked for. */
  isRare?: boolean;
}

export interface Section {
  name: SectionName;
  title: string;
  /** What one entry is called: "Add a job". Null where there is exactly one. */
  noun: string | null;
  /** Where it stands in JSON Resume. */
  path: readonly string[];
  fields: Readonly<Record<string, Field>>;
  /** The fields that an entry is called by, where they are filled. */
  calledBy: readonly string[];
}

type FieldOf<Value> = Field & { kind: string[] extends Value ? 'lines' : Exclude<FieldKind, 'lines'> };

type SectionOf<Name extends SectionName> = Section & {
  name: Name;
  fields: { [Key in keyof Entries[Name]]-?: FieldOf<NonNullable<Entries[Name][Key]>> };
  calledBy: readonly (keyof Entries[Name])[];
};

const END_HINT = 'Empty while it goes on';

const TABLE: { [Name in SectionName]: SectionOf<Name> } = {
  basics: {
    name: 'basics',
    title: 'About you',
    noun: null,
    path: ['basics'],
    calledBy: ['name'],
    fields: {
      name: { label: 'Name', kind: 'text' },
      label: { label: 'Headline', kind: 'text', hint: 'Such as “Backend engineer”' },
      email: { label: 'E-mail', kind: 'email' },
      phone: { label: 'Phone', kind: 'text' },
      url: { label: 'Website', kind: 'url' },
      image: { label: 'Address of a photo', kind: 'text', isRare: true },
      summary: { label: 'Summary', kind: 'prose' },
    },
  },
  location: {
    name: 'location',
    title: 'Where you live',
    noun: null,
    path: ['basics', 'location'],
    calledBy: ['city'],
    fields: {
      city: { label: 'City', kind: 'text' },
      region: { label: 'Region or state', kind: 'text' },
      countryCode: { label: 'Country code', kind: 'text', hint: 'Two letters, such as DE' },
      address: { label: 'Street', kind: 'text', isRare: true },
      postalCode: { label: 'Postal code', kind: 'text', isRare: true },
    },
  },
  profiles: {
    name: 'profiles',
    title: 'Profiles',
    noun: 'profile',
    path: ['basics', 'profiles'],
    calledBy: ['network', 'username'],
    fields: {
      network: { label: 'Network', kind: 'text' },
      username: { label: 'Name there', kind: 'text' },
      url: { label: 'Address', kind: 'url' },
    },
  },
  work: {
    name: 'work',
    title: 'Work',
    noun: 'job',
    path: ['work'],
    calledBy: ['position', 'name'],
    fields: {
      position: { label: 'Position', kind: 'text' },
      name: { label: 'Company', kind: 'text' },
      startDate: { label: 'Start', kind: 'date' },
      endDate: { label: 'End', kind: 'date', hint: END_HINT },
      location: { label: 'Place', kind: 'text' },
      url: { label: 'Address', kind: 'url', isRare: true },
      description: { label: 'About the company', kind: 'text', isRare: true },
      summary: { label: 'Summary', kind: 'prose', isRare: true },
      highlights: { label: 'Highlights', kind: 'lines' },
    },
  },
  education: {
    name: 'education',
    title: 'Education',
    noun: 'school',
    path: ['education'],
    calledBy: ['studyType', 'area', 'institution'],
    fields: {
      institution: { label: 'School', kind: 'text' },
      studyType: { label: 'Degree', kind: 'text' },
      area: { label: 'Field of study', kind: 'text' },
      startDate: { label: 'Start', kind: 'date' },
      endDate: { label: 'End', kind: 'date', hint: END_HINT },
      score: { label: 'Grade', kind: 'text', isRare: true },
      url: { label: 'Address', kind: 'url', isRare: true },
      courses: { label: 'Courses', kind: 'lines', isRare: true },
    },
  },
  skills: {
    name: 'skills',
    title: 'Skills',
    noun: 'skill',
    path: ['skills'],
    calledBy: ['name'],
    fields: {
      name: { label: 'Skill', kind: 'text' },
      level: { label: 'Level', kind: 'text', isRare: true },
      keywords: { label: 'Keywords', kind: 'lines' },
    },
  },
  projects: {
    name: 'projects',
    title: 'Projects',
    noun: 'project',
    path: ['projects'],
    calledBy: ['name'],
    fields: {
      name: { label: 'Name', kind: 'text' },
      url: { label: 'Address', kind: 'url' },
      startDate: { label: 'Start', kind: 'date' },
      endDate: { label: 'End', kind: 'date', hint: END_HINT },
      entity: { label: 'For whom', kind: 'text', isRare: true },
      type: { label: 'Kind', kind: 'text', isRare: true },
      description: { label: 'Description', kind: 'prose' },
      highlights: { label: 'Highlights', kind: 'lines' },
      keywords: { label: 'Keywords', kind: 'lines', isRare: true },
      roles: { label: 'Roles', kind: 'lines', isRare: true },
    },
  },
  volunteer: {
    name: 'volunteer',
    title: 'Volunteering',
    noun: 'role',
    path: ['volunteer'],
    calledBy: ['position', 'organization'],
    fields: {
      position: { label: 'Position', kind: 'text' },
      organization: { label: 'Organization', kind: 'text' },
      startDate: { label: 'Start', kind: 'date' },
      endDate: { label: 'End', kind: 'date', hint: END_HINT },
      url: { label: 'Address', kind: 'url', isRare: true },
      summary: { label: 'Summary', kind: 'prose', isRare: true },
      highlights: { label: 'Highlights', kind: 'lines' },
    },
  },
  awards: {
    name: 'awards',
    title: 'Awards',
    noun: 'award',
    path: ['awards'],
    calledBy: ['title'],
    fields: {
      title: { label: 'Award', kind: 'text' },
      awarder: { label: 'Given by', kind: 'text' },
      date: { label: 'Date', kind: 'date' },
      summary: { label: 'Summary', kind: 'prose' },
    },
  },
  certificates: {
    name: 'certificates',
    title: 'Certificates',
    noun: 'certificate',
    path: ['certificates'],
    calledBy: ['name'],
    fields: {
      name: { label: 'Certificate', kind: 'text' },
      issuer: { label: 'Issued by', kind: 'text' },
      date: { label: 'Date', kind: 'date' },
      url: { label: 'Address', kind: 'url', isRare: true },
    },
  },
  publications: {
    name: 'publications',
    title: 'Publications',
    noun: 'publication',
    path: ['publications'],
    calledBy: ['name'],
    fields: {
      name: { label: 'Title', kind: 'text' },
      publisher: { label: 'Published by', kind: 'text' },
      releaseDate: { label: 'Date', kind: 'date' },
      url: { label: 'Address', kind: 'url' },
      summary: { label: 'Summary', kind: 'prose' },
    },
  },
  languages: {
    name: 'languages',
    title: 'Languages',
    noun: 'language',
    path: ['languages'],
    calledBy: ['language'],
    fields: {
      language: { label: 'Language', kind: 'text' },
      fluency: { label: 'How well', kind: 'text' },
    },
  },
  interests: {
    name: 'interests',
    title: 'Interests',
    noun: 'interest',
    path: ['interests'],
    calledBy: ['name'],
    fields: {
      name: { label: 'Interest', kind: 'text' },
      keywords: { label: 'Keywords', kind: 'lines' },
    },
  },
  references: {
    name: 'references',
    title: 'References',
    noun: 'reference',
    path: ['references'],
    calledBy: ['name'],
    fields: {
      name: { label: 'Who', kind: 'text' },
      reference: { label: 'What they say', kind: 'prose' },
    },
  },
};

/** All of JSON Resume as it is edited, in the order of the page. */
export const SECTIONS: readonly Section[] = Object.values(TABLE);
