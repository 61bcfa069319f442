import { expect, it } from 'vitest';
import { formatPeriod } from './format-period.ts';

it.each([
  [{ startDate: '2023-06' }, 'Jun 2023 – now'],
  [{ startDate: '2019-06-01', endDate: '2021-02-28' }, 'Jun 2019 – Feb 2021'],
  [{ startDate: '2014', endDate: '2018-12' }, '2014 – Dec 2018'],
  [{ startDate: '2020-05-01', endDate: '2020-05-31' }, 'May 2020'],
  [{ endDate: '2018' }, 'until 2018'],
  [{}, null],
])('writes the period of %j as %s', (period, text) => {
  expect(formatPeriod(period)).toBe(text);
});
