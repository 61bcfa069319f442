import { describe, expect, it } from 'vitest';
import { checkDraft } from './check-draft.ts';
import { toDraft } from './draft.ts';

describe('checkDraft', () => {
  it('gives the title and the resume that can be saved', async () => {
    expect(await checkDraft({ title: ' Mine ', draft: toDraft({ work: [{ name: 'Acme' }] }) })).toEqual({
      ok: true,
      title: 'Mine',
      content: { work: [{ name: 'Acme' }] },
    });
  });

  it('puts each error at its field, past entries that are empty', async () => {
    const draft = {
      ...toDraft({}),
      basics: [{ id: '0', texts: { email: 'ada at home' } }],
      location: [{ id: '0', texts: { city: 'x'.repeat(5_001) } }],
      profiles: [{ id: 'a', texts: { url: 'ftp://ada' } }],
      work: [
        { id: 'empty', texts: {} },
        { id: 'late', texts: { startDate: 'June', highlights: `fine\n${'x'.repeat(5_001)}` } },
      ],
    };
    const checked = await checkDraft({ title: '', draft });
    expect(checked.ok ? [] : checked.errors.map(({ id, where }) => [id, where])).toEqual([
      ['resume-title', 'Title'],
      ['resume-basics-0-email', 'E-mail'],
      ['resume-location-0-city', 'City'],
      ['resume-profiles-a-url', 'Profiles 1, Address'],
      ['resume-work-late-startDate', 'Work 1, Start'],
      ['resume-work-late-highlights', 'Work 1, Highlights'],
    ]);
  });

  it('puts an error of a whole list at its section, and one of all of it at the title', async () => {
    const work = Array.from({ length: 101 }, (_, place) => ({ id: String(place), texts: { name: 'Acme' } }));
    const many = await checkDraft({ title: 'Mine', draft: { ...toDraft({}), work } });
    expect(many).toEqual({
      ok: false,
      errors: [{ id: 'resume-work', where: 'Work', message: 'can have at most 100 entries' }],
    });
    const long = work.slice(0, 50).map(({ id }) => ({ id, texts: { summary: 'x'.repeat(5_000) } }));
    const whole = await checkDraft({ title: 'Mine', draft: { ...toDraft({}), work: long } });
    expect(whole).toEqual({
      ok: false,
      errors: [{ id: 'resume-title', where: 'The resume', message: 'is too long as a whole' }],
    });
  });
});
