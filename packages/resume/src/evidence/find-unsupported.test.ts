import { describe, expect, it } from 'vitest';
import type { Resume } from '../model/resume.ts';
import { findUnsupported } from './find-unsupported.ts';

const SOURCE = `Zoë Müller
Berlin, Germany | +49 (30) 1234-5678 | zoe@example.com | www.zoe.dev/cv
Senior Engineer at Acme Corp.   Sept 2019 – present
• Built an event-driven ledger in C++ that moved 1,200 payments a second, first in the com-
pany and then at two partners
Engineer, Initech, 03/2015 - 08/2019
• Cut cost by 40% with ﬁner caching, and moved the whole
Zoë Müller – 1/2
of the batch work to streams
MSc Informatics, 2013–15`;

const job = (work: NonNullable<Resume['work']>[number]): Resume => ({ work: [work] });

describe('a value is supported', () => {
  it.each<[string, Resume]>([
    ['in another case', job({ name: 'ACME CORP' })],
    ['with other punctuation', job({ position: 'Senior engineer, at Acme' })],
    ['without its accents', { basics: { name: 'Zoe Muller' } }],
    ['over a hyphen at a line’s end', job({ highlights: ['first in the company and then at two partners'] })],
    ['over a line’s end', job({ highlights: ['moved 1200 payments a second, first in the company'] })],
    ['over a ligature', job({ summary: 'finer caching' })],
    ['written together or apart', job({ summary: 'event driven ledger' })],
    [
      'over a page’s foot',
      job({
        summary: 'Cut cost by 40% with finer caching, and moved the whole of the batch work to streams',
      }),
    ],
    ['as a phone number with other spaces', { basics: { phone: '+49 30 12345678' } }],
    ['as a web address with its scheme', { basics: { url: 'https://zoe.dev/cv/' } }],
    ['as the code of a country', { basics: { location: { countryCode: 'DE' } } }],
    ['as a month in figures', job({ startDate: '2019-09' })],
    ['as a month written otherwise', job({ startDate: '2015-03', endDate: '2019-08' })],
    ['as the year of a month', job({ startDate: '2019' })],
    ['as the year of a short range', { education: [{ startDate: '2013', endDate: '2015' }] }],
  ])('%s', (_, resume) => expect(findUnsupported(resume, SOURCE)).toEqual([]));
});

describe('a value is unsupported', () => {
  it.each<[string, Resume, string]>([
    ['another employer', job({ name: 'Globex' }), 'work.0.name'],
    ['a higher title', job({ position: 'Principal Engineer' }), 'work.0.position'],
    ['part of a word', job({ name: 'Init' }), 'work.0.name'],
    ['another number', job({ highlights: ['Cut cost by 45%'] }), 'work.0.highlights.0'],
    ['a month the text does not have', job({ startDate: '2019-10' }), 'work.0.startDate'],
    ['a day the text does not have', job({ startDate: '2019-09-01' }), 'work.0.startDate'],
    ['another year', job({ endDate: '2021' }), 'work.0.endDate'],
    ['C# where the text has C++', { skills: [{ name: 'C#' }] }, 'skills.0.name'],
    ['C where the text has C++', { skills: [{ name: 'C' }] }, 'skills.0.name'],
    ['another phone', { basics: { phone: '+49 30 1234 5679' } }, 'basics.phone'],
    ['another country', { basics: { location: { countryCode: 'AT' } } }, 'basics.location.countryCode'],
    ['another address', { basics: { email: 'zoe@example.org' } }, 'basics.email'],
    [
      'pieces of several sentences put together',
      job({ summary: 'Built an event-driven ledger for the batch work to streams at Initech' }),
      'work.0.summary',
    ],
  ])('%s', (_, resume, path) => {
    expect(findUnsupported(resume, SOURCE).map((one) => one.path)).toEqual([path]);
  });

  it('and is given back as it is', () => {
    expect(findUnsupported(job({ name: 'Globex  Ltd.' }), SOURCE)).toEqual([
      { path: 'work.0.name', value: 'Globex  Ltd.' },
    ]);
  });
});
