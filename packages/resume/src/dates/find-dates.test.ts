import { describe, expect, it } from 'vitest';
import { findDates, findDateSpan } from './find-dates.ts';

describe('findDateSpan', () => {
  it.each([
    ['Jan 2020 – Present', '2020-01', undefined],
    ['January 2020 - March 2022', '2020-01', '2022-03'],
    ['Sept. 2019 to date', '2019-09', undefined],
    ['Sept 2018 – May 2023', '2018-09', '2023-05'],
    ['2020-01 – 2021-12', '2020-01', '2021-12'],
    ['01/2020 - 12/2021', '2020-01', '2021-12'],
    ['03.2018 – 07.2019', '2018-03', '2019-07'],
    ['2015 - 2019', '2015', '2019'],
    ['2020-2023', '2020', '2023'],
    ['2015–19', '2015', '2019'],
    ['2019/20', '2019', '2020'],
    ['May – Aug 2022', '2022-05', '2022-08'],
    ['Summer 2020 – Fall 2021', '2020', '2021'],
    ['since 2020', '2020', undefined],
    ['from March 2018 until now', '2018-03', undefined],
    ['2021 –', '2021', undefined],
    ['July 2019 - till date', '2019-07', undefined],
    ["Jan '19 - Feb '21", '2019-01', '2021-02'],
    ['1 March 2018 – 30 April 2019', '2018-03-01', '2019-04-30'],
    ['March 1, 2018 – April 30, 2019', '2018-03-01', '2019-04-30'],
    ['15.03.2018 – 30.04.2019', '2018-03-15', '2019-04-30'],
    ['June 2023→present', '2023-06', undefined],
  ])('reads the range %j', (text, start, end) => {
    const span = findDateSpan(`Acme (${text})`);
    expect(span).toMatchObject({ start, isRange: true });
    expect(span?.end).toBe(end);
  });

  it.each([
    ['Summer 2020', '2020'],
    ['Q3 2021', '2021'],
    ['Apr 2023', '2023-04'],
    ['UC Berkeley 2019', '2019'],
    ['Expected May 2026', '2026-05'],
  ])('reads the lone date %j', (text, end) => {
    expect(findDateSpan(text)).toMatchObject({ end, isRange: false });
  });

  it.each([
    'Raised $2000',
    '2,019 users',
    'v1.2019',
    '+2020',
    '2000+ users',
    'US Patent 11,234,567',
    'Room 20201',
  ])('sees no date in %j', (text) => expect(findDateSpan(text)).toBeUndefined());

  it('tells where the dates stand, so that the rest of the line can be read', () => {
    const line = 'Nexus AI  June 2023 – present, remote';
    const span = findDateSpan(line);
    expect(line.slice(span?.index, (span?.index ?? 0) + (span?.length ?? 0))).toBe('June 2023 – present');
  });
});

describe('findDates', () => {
  it('finds every date once, in order', () => {
    expect(findDates('03/2019, Nov 2020 and 2021-05-06').map(({ date }) => date)).toEqual([
      '2019-03',
      '2020-11',
      '2021-05-06',
    ]);
  });
});
