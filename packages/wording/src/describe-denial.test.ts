import { expect, it } from 'vitest';
import { describeDenial } from './describe-denial.ts';

it.each([
  ['tokensPerDay', 'More than was left of the tokens per day'],
  ['inFlight', 'As many calls ran as may run at once'],
  ['toString', 'Refused by the limit toString'],
])('says why %s refused', (limit, why) => {
  expect(describeDenial(limit)).toBe(why);
});
