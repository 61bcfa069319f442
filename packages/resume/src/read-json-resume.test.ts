import { validate } from '@jsonresume/schema';
import { describe, expect, it } from 'vitest';
import { readFixture } from '../testing/read-fixture.ts';
import { readJsonResume } from './read-json-resume.ts';

describe('readJsonResume', () => {
  it.each(['complete-resume.json', 'new-grad.resume.json', 'senior-engineer.resume.json'])(
    'keeps everything of %s but its metadata and empty values',
    async (file) => {
      const source: unknown = JSON.parse(new TextDecoder().decode(await readFixture(file)));
      const resume = readJsonResume(source);
      expect(source).toMatchObject(resume);
      expect(resume).not.toHaveProperty('meta');
      expect(resume).not.toHaveProperty('basics.image', '');
      validate(resume, (errors) => expect(errors).toBeNull());
    },
  );

  it('omits what is null or empty, and the end of what goes on', () => {
    const work = [
      { name: 'Acme', startDate: '2020-1', endDate: 'Present', summary: '', highlights: [] },
      { name: 'Initech', startDate: '2019-02-03T00:00:00Z', endDate: null },
      {},
    ];
    expect(readJsonResume({ work })).toEqual({
      work: [
        { name: 'Acme', startDate: '2020-01' },
        { name: 'Initech', startDate: '2019-02-03' },
      ],
    });
  });

  it('gives a web address its scheme', () => {
    expect(readJsonResume({ basics: { url: 'ada.dev' } })).toEqual({ basics: { url: 'https://ada.dev' } });
  });

  it.each([
    ['text that is not JSON', '{"basics":', /not valid JSON/],
    ['a list', [{ basics: {} }, 1], /cannot be read/],
    ['what is no resume', { title: 'Engineer wanted' }, /nothing of a resume/],
    [
      'an address of another scheme',
      { basics: { url: 'javascript:alert(1)' } },
      /basics\.url must be a web address/,
    ],
    [
      'a date that is none',
      { work: [{ startDate: 'long ago' }] },
      /work\.0\.startDate must be a date such as 2014/,
    ],
    ['a text of the wrong type', { basics: { name: 42 } }, /basics\.name/],
  ])('refuses %s and says where', (_, json, message) => {
    expect(() => readJsonResume(json)).toThrow(
      expect.objectContaining({ code: 'bad_input', message: expect.stringMatching(message) }),
    );
  });
});
