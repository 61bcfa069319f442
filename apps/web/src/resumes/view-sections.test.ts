import { expect, it } from 'vitest';
import { viewSections } from './view-sections.ts';

it('shows the sections that say something, and no other', () => {
  const resume = { work: [{ name: 'Acme' }], skills: [{ name: 'Go' }], awards: [] };
  expect(viewSections(resume).map(({ title }) => title)).toEqual(['Work', 'Skills']);
});

it('calls an entry by its company or school where no position or degree is known, once', () => {
  const [work, education] = viewSections({
    work: [
      { name: 'Acme', location: 'Berlin' },
      { name: 'Acme', position: 'Engineer' },
    ],
    education: [{ institution: 'MIT' }, { institution: 'MIT', studyType: 'BSc', area: 'Physics' }],
  });
  expect(work?.entries.map(({ title, subtitle }) => [title, subtitle])).toEqual([
    ['Acme', 'Berlin'],
    ['Engineer', 'Acme'],
  ]);
  expect(education?.entries.map(({ title, subtitle }) => [title, subtitle])).toEqual([
    ['MIT', undefined],
    ['BSc, Physics', 'MIT'],
  ]);
});
