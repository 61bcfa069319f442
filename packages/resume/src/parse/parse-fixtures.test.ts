import { validate } from '@jsonresume/schema';
import { describe, expect, it } from 'vitest';
import { fixtureResumes } from '../../fixtures/expected.ts';
import { factsOf } from '../../testing/facts-of.ts';
import { extractFixture } from '../../testing/read-fixture.ts';
import { findUnsupported } from '../evidence/find-unsupported.ts';
import { parseResumeText } from './parse-resume-text.ts';

async function parseFixture(file: string) {
  const { text } = await extractFixture(file);
  return { text, ...parseResumeText(text) };
}

describe.each(fixtureResumes)('$file', ({ file, expected }) => {
  it('parses to the facts a person reads in it', async () => {
    const { resume } = await parseFixture(file);
    expect(factsOf(resume)).toEqual(expected);
  });

  it('parses to a valid JSON Resume', async () => {
    const { resume } = await parseFixture(file);
    validate(resume, (errors) => expect(errors).toBeNull());
  });

  it('parses to nothing that is not in its text', async () => {
    const { resume, text } = await parseFixture(file);
    expect(findUnsupported(resume, text)).toEqual([]);
  });
});

it('the layouts of one CV parse alike, but for what a layout does not show', async () => {
  const layouts = await Promise.all(
    ['classic', 'harvard', 'moderncv', 'sb2nov'].map((layout) => parseFixture(`rendercv_${layout}.pdf`)),
  );
  const [first, ...others] = layouts.map(({ resume }) => withoutSpaces(resume));
  for (const other of others) expect(other).toEqual(first);
});

it('finds what else a CV has', async () => {
  const { resume, unplaced } = await parseFixture('rendercv_classic.pdf');
  expect(resume.basics).toMatchObject({
    url: 'https://rendercv.com',
    location: { city: 'San Francisco', region: 'CA' },
    profiles: [
      { network: 'LinkedIn', username: 'rendercv' },
      { network: 'GitHub', username: 'rendercv' },
    ],
  });
  expect(resume.work?.map(({ highlights }) => highlights?.length)).toEqual([4, 2, 5, 2, 2]);
  expect(resume.projects?.map(({ name }) => name)).toEqual(['FlashInfer', 'NeuralPrune']);
  expect(resume.publications).toHaveLength(4);
  expect(resume.awards).toHaveLength(5);
  expect(resume.skills?.[0]).toEqual({
    name: 'Languages',
    keywords: ['Python', 'C++', 'CUDA', 'Rust', 'Julia'],
  });
  expect(unplaced).toContain('Advisor: Prof. Sanjeev Arora');
});

function withoutSpaces(resume: unknown): unknown {
  return JSON.parse(JSON.stringify(resume).replaceAll('\\n', ' '));
}
