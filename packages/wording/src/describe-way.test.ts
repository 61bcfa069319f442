import type { WayThrough } from '@resumint/errors';
import { expect, it } from 'vitest';
import { describeWay } from './describe-way.ts';

it.each<{ way: WayThrough; text: string }>([
  {
    way: { kind: 'wait', until: new Date('2026-03-17T23:00:00Z') },
    text: 'wait until 18 Mar 2026, 00:00 Europe/Berlin',
  },
  {
    way: { kind: 'smallerOutput', maxOutputTokens: 1_200 },
    text: 'allow a shorter answer, of at most 1,200 tokens',
  },
  { way: { kind: 'cheaperModel', model: 'gpt-4.1-nano' }, text: 'use the cheaper model gpt-4.1-nano' },
  {
    way: { kind: 'plan', plan: 'basic@1', pricePerMonthNanos: 9_000_000_000n },
    text: 'have room for it on the plan Basic, which is $9.00 a month',
  },
  { way: { kind: 'withoutAi' }, text: 'go on without AI: everything that needs none still works' },
])('says that you can $text', ({ way, text }) => {
  expect(describeWay(way, 'Europe/Berlin')).toBe(text);
});
