import { validate } from '@jsonresume/schema';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../testing/facts-of.ts';
import { findUnsupported } from '../evidence/find-unsupported.ts';
import { Resume } from '../model/resume.ts';
import { parseResumeText } from './parse-resume-text.ts';
import { styles } from '../../testing/text-styles.ts';

describe.each(styles)('a resume in the style "$style"', ({ text, facts, more, unplaced = [] }) => {
  it('parses to its facts', () => {
    const { resume } = parseResumeText(text);
    expect(factsOf(resume)).toEqual(facts);
    expect(resume).toMatchObject(more);
  });

  it('gives back just the lines that have no place', () => {
    expect(parseResumeText(text).unplaced).toEqual(unplaced);
  });

  it('parses to nothing that is not in it', () => {
    expect(findUnsupported(parseResumeText(text).resume, text)).toEqual([]);
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'Experience',
      'EDUCATION',
      'Skills:',
      'Projects',
      '• ',
      '- ',
      '\t',
      '  ',
      ' | ',
      ', ',
      ' – ',
    ),
    fc.constantFrom(
      'Jan 2020 – Present',
      '2015-2019',
      '03/2018',
      'PhD',
      'Senior Engineer',
      'Acme Inc.',
      'Berlin, Germany',
    ),
    fc.constantFrom(
      'a@b.co',
      '+49 30 1234567',
      'https://',
      'www.x.com/',
      '](',
      '\u00ad',
      '\ue000',
      '-\n',
      'Languages: English (native',
    ),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  );
  const text = fc
    .array(fc.tuple(piece, fc.constantFrom('\n', '\n\n', ' ', '')), { maxLength: 80 })
    .map((pieces) => pieces.flat().join(''));

  it('parses without an error to a resume the model and JSON Resume allow', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { resume } = parseResumeText(source);
        expect(Resume.parse(resume)).toEqual(resume);
        validate(resume, (errors) => expect(errors).toBeNull());
      }),
      { numRuns: 300, seed: 20261122 },
    );
  });

  it.each([
    'a',
    ' ',
    '-',
    '(',
    ', ',
    'Aa ',
    '1 ',
    '2020 – ',
    'a-\n',
    'Aa\n',
    '• Aa\n',
    'a@',
    'Aa Bb, CA\n',
    'Experience\nA 2019-2020\n',
  ])('of 60,000 characters of %j is read to its end', (unit) => {
    const long = `Experience\n${unit.repeat(60_000 / unit.length)}x`;
    expect(Resume.safeParse(parseResumeText(long).resume).success).toBe(true);
  });

  it('that is empty parses to nothing', () => {
    expect(parseResumeText(' \n ')).toEqual({ resume: {}, unplaced: [] });
  });
});

describe('a resume that is longer than the model', () => {
  it('keeps what fits and gives back the rest', () => {
    const skills = Array.from(
      { length: 130 },
      (_, index) => `Skill ${String.fromCharCode(97 + (index % 26))}${index}`,
    );
    const { resume, unplaced } = parseResumeText(`Skills\n${skills.join(', ')}`);
    expect(resume.skills).toHaveLength(100);
    expect(unplaced).toHaveLength(30);
  });
});

it('reads the text of a JSON Resume file as one', () => {
  const json = JSON.stringify({ basics: { name: 'Ada Lovelace', image: '' }, meta: { version: '1' } });
  expect(parseResumeText(json)).toEqual({ resume: { basics: { name: 'Ada Lovelace' } }, unplaced: [] });
});

it('reads dates that stand after an entry’s points', () => {
  const { resume } = parseResumeText(`Ada Lovelace
Experience
Acme, Engineer
• Built engines
Berlin, Germany
June 2023 – present
2 years 10 months
Initech, Intern
• Made coffee that people from all over the building came to drink, every
Friday
London, UK
May 2022 – Aug 2022
4 months`);
  expect(resume.work).toEqual([
    {
      name: 'Acme',
      position: 'Engineer',
      location: 'Berlin, Germany',
      startDate: '2023-06',
      highlights: ['Built engines'],
    },
    {
      name: 'Initech',
      position: 'Intern',
      location: 'London, UK',
      startDate: '2022-05',
      endDate: '2022-08',
      highlights: ['Made coffee that people from all over the building came to drink, every Friday'],
    },
  ]);
});

it('invents no employer for people who work for themselves', () => {
  const { resume } = parseResumeText(`Experience
Acme Corp
Engineer, 2019 – 2021
- Built engines
Freelance Developer, 2017 – 2019
- Built sites`);
  expect(resume.work?.map(({ name }) => name)).toEqual(['Acme Corp', undefined]);
});

it('gives back the lines of sections the model has no place for', () => {
  const { unplaced } = parseResumeText(
    'Ada Lovelace\nPatents\n1. Engine (US Patent 1,234)\nInvited Talks\nOn engines',
  );
  expect(unplaced).toEqual(['Engine (US Patent 1,234)', 'On engines']);
});
