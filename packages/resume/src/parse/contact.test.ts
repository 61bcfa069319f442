import { describe, expect, it } from 'vitest';
import { readContactLine } from './contact.ts';

describe('readContactLine', () => {
  it.each([
    ['+1 (415) 555-0142', '+1 (415) 555-0142'],
    ['Tel.: 030 / 1234 5678', '030 / 1234 5678'],
    ['Mobile: +44 7700 900123', '+44 7700 900123'],
    ['+33 6 12 34 56 78', '+33 6 12 34 56 78'],
    ['+91-98765-43210', '+91-98765-43210'],
    ['(02) 9876 5432', '(02) 9876 5432'],
  ])('finds the phone in %j', (line, phone) => {
    expect(readContactLine(line).contact.phone).toBe(phone);
  });

  it.each(['2015 - 2019', '01/2020 - 12/2021', 'GPA 3.97/4.00', 'US Patent 11,234,567', '94105'])(
    'finds no phone in %j',
    (line) => expect(readContactLine(line).contact.phone).toBeUndefined(),
  );

  it.each([
    [
      'linkedin.com/in/ada-l',
      { network: 'LinkedIn', username: 'ada-l', url: 'https://linkedin.com/in/ada-l' },
    ],
    ['https://www.github.com/ada', { network: 'GitHub', username: 'ada', url: 'https://www.github.com/ada' }],
    ['https://hachyderm.io/@ada', { network: 'Mastodon', username: 'ada', url: 'https://hachyderm.io/@ada' }],
  ])('knows the profile %j', (line, profile) => {
    expect(readContactLine(line).contact.profiles).toEqual([profile]);
  });

  it('takes a whole line apart and leaves nothing', () => {
    expect(readContactLine('ada@example.com | +44 20 7946 0958 | London, UK | ada.dev')).toEqual({
      contact: {
        email: 'ada@example.com',
        phone: '+44 20 7946 0958',
        url: 'https://ada.dev',
        location: { city: 'London', countryCode: 'GB' },
        profiles: [],
      },
      rest: '',
      hasDetails: true,
    });
  });

  it.each(['Node.js and Next.js', 'Works with ASP.NET', 'Led a team of 5'])(
    'sees no detail in %j',
    (line) => {
      expect(readContactLine(line).hasDetails).toBe(false);
    },
  );
});
