import { Resume } from '@resumint/resume/model';
import { describe, expect, it } from 'vitest';
import { removeEntry } from './change-draft.ts';
import { cleanDraft } from './clean-draft.ts';
import { toDraft } from './draft.ts';
import { SECTIONS } from './sections.ts';

const FULL = Resume.parse({
  basics: {
    name: 'Ada Byron',
    email: 'ada@example.com',
    location: { city: 'London', countryCode: 'GB' },
    profiles: [{ network: 'GitHub', url: 'https://github.com/ada' }],
  },
  work: [
    { name: 'Acme', startDate: '2020-01', highlights: ['Led a team', 'Wrote a compiler'] },
    { name: 'Beta' },
  ],
  projects: [{ name: 'Engine', keywords: ['math'], roles: ['author'] }],
});

describe('cleanDraft', () => {
  it('gives back the resume that a draft was made from', () => {
    expect(cleanDraft(toDraft(FULL)).content).toEqual(FULL);
  });

  it('leaves out what is empty: texts, lines, entries, lists, and the whole', () => {
    const draft = toDraft({ work: [{}] });
    const typed = {
      ...draft,
      basics: [{ id: '0', texts: { name: '  ', label: ' Engineer ' } }],
      work: [
        { id: '0', texts: { name: '' } },
        { id: '1', texts: { highlights: '\n  \n Led a team \n\n' } },
      ],
    };
    expect(cleanDraft(typed).content).toEqual({
      basics: { label: 'Engineer' },
      work: [{ highlights: ['Led a team'] }],
    });
    expect(cleanDraft(toDraft({})).content).toEqual({});
  });

  it('leaves out what was removed, and tells which entries stayed', () => {
    const { content, entryIds } = cleanDraft(removeEntry({ section: 'work', entryId: '0' })(toDraft(FULL)));
    expect(content['work']).toEqual([{ name: 'Beta' }]);
    expect(entryIds.work).toEqual(['1']);
  });

  it.each([
    ['github.com/ada', 'https://github.com/ada'],
    ['http://example.com', 'http://example.com'],
    ['not an address', 'not an address'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
  ])('saves the web address %s as %s', (url, saved) => {
    const draft = { ...toDraft({}), basics: [{ id: '0', texts: { url } }] };
    expect(cleanDraft(draft).content).toEqual({ basics: { url: saved } });
  });
});

describe('SECTIONS', () => {
  it('has a field for everything that a resume can say', () => {
    const { basics, ...lists } = Resume.shape;
    const { location, profiles, ...own } = basics.unwrap().shape;
    const shapes: Record<string, object> = {
      basics: own,
      location: location.unwrap().shape,
      profiles: profiles.unwrap().element.shape,
    };
    for (const [name, list] of Object.entries(lists)) shapes[name] = list.unwrap().element.shape;
    const fields = Object.fromEntries(SECTIONS.map((section) => [section.name, namesOf(section.fields)]));
    expect(fields).toEqual(
      Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, namesOf(shape)])),
    );
  });
});

function namesOf(fields: object): string[] {
  return Object.keys(fields).toSorted();
}
