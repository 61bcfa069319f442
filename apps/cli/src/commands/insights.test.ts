import { describe, expect, it } from 'vitest';
import type { Choices, Forecast, Suggestions } from '../answers.ts';
import { runCli } from '../testing/run-cli.ts';

const limit = (expected: bigint) => ({
  used: 0n,
  held: 0n,
  soFar: 0n,
  limit: 10_000n,
  low: expected,
  expected,
  high: expected,
  reachedAt: null,
  earliestAt: null,
});
const [startsAt, endsAt] = [new Date('2026-03-17'), new Date('2026-03-18')];
const window = { startsAt, endsAt, tokens: limit(2_400n), cost: limit(9_000n) };
const FORECAST: Forecast = {
  kind: 'forecast',
  at: startsAt,
  zone: 'UTC',
  basis: { method: 'byDay', days: 20, daysWithUse: 20, bandPercent: 80 },
  day: window,
  month: window,
  binding: 'tokensPerDay',
  path: [],
  pastError: { tokens: null, cost: null },
};
const ID = 'shorterOutput:resume.summarize:110';
const SUGGESTIONS: Suggestions = {
  since: startsAt,
  until: endsAt,
  callsLookedAt: 1_000,
  isCut: true,
  callsOf: [{ operation: 'resume.summarize', calls: 60 }],
  leastCalls: 20,
  suggestions: [
    {
      id: ID,
      kind: 'shorterOutput',
      operation: 'resume.summarize',
      savedNanos: 0n,
      maxOutputTokens: 110,
      calls: 30,
      callsOfOperation: 60,
      callsCut: 0,
      freedTokens: 5_700,
      freedNanos: 9_120_000n,
    },
  ],
  applied: [],
};
const CHOICES: Choices = [
  {
    operation: 'resume.parse',
    chosen: 'economy',
    isUsual: false,
    isSuggested: false,
    maxOutputTokens: 900,
    reusesAnswers: true,
    basis: 'estimate',
    n: 0,
    tiers: [
      {
        tier: 'economy',
        model: 'gpt-4.1-nano',
        priceVersion: '2025-04-14',
        bands: [
          {
            aboveInputTokens: 0,
            inputNanosPerMillion: 100_000_000n,
            cachedInputNanosPerMillion: 25_000_000n,
            outputNanosPerMillion: 400_000_000n,
          },
        ],
        expected: { tokens: 2_700, costNanos: 570_000n },
        atMost: { tokens: 4_200, costNanos: 1_170_000n },
      },
    ],
  },
];

describe('forecast', () => {
  it('says where it comes to and what it goes by', async () => {
    const { out, exitCode } = await runCli(['forecast'], { queries: { 'usage.forecast': () => FORECAST } });
    expect(exitCode).toBe(0);
    expect(out).toContain('Today       about 2,400 tokens (2,400 to 2,400), within the limit');
    expect(out).toContain('By your last 20 days, all days alike.');
  });

  it('says where there is too little to go by', async () => {
    const made = { kind: 'tooLittle', at: startsAt, zone: 'UTC', daysWithUse: 0, daysNeeded: 3 };
    const { out } = await runCli(['forecast'], { queries: { 'usage.forecast': () => made } });
    expect(out).toMatch(/too little to go by/);
  });
});

describe('suggestions', () => {
  const server = () => {
    const asked: unknown[] = [];
    const answer = (input: unknown) => {
      asked.push(input);
      return SUGGESTIONS;
    };
    const mutations = { 'suggestions.accept': answer, 'suggestions.undo': answer };
    return { asked, answers: { queries: { 'suggestions.list': () => SUGGESTIONS }, mutations } };
  };

  it('lists each with how it is accepted', async () => {
    const { out } = await runCli(['suggestions'], server().answers);
    expect(out).toContain('Allow at most 110 tokens for an answer of resume.summarize');
    expect(out).toContain(`--accept ${ID}`);
    expect(out).toContain('go by your last 1,000 calls');
  });

  it.each(['--accept', '--undo'])('%s names it to the server', async (flag) => {
    const { asked, answers } = server();
    await runCli(['suggestions', flag, ID], answers);
    expect(asked).toEqual([{ id: ID }]);
  });

  it('refuses both at once before anything is sent', async () => {
    const { asked, answers } = server();
    expect((await runCli(['suggestions', '--accept', ID, '--undo', ID], answers)).exitCode).toBe(2);
    expect(asked).toEqual([]);
  });
});

describe('choices', () => {
  it('marks what is chosen, with what a call costs', async () => {
    const { out } = await runCli(['choices'], { queries: { 'choices.list': () => CHOICES } });
    expect(out).toContain('resume.parse answers a repeated input from an earlier call of the last day.');
    expect(out).toMatch(/resume\.parse +economy \* +gpt-4\.1-nano +≈ \$0\.00057 +\$0\.0012 +900/);
  });

  it.each([
    { args: ['--tier', 'best'], input: { tier: 'best' } },
    { args: ['--tier', 'usual', '--max-output', '1000'], input: { tier: null, maxOutputTokens: 1_000 } },
    { args: ['--max-output', 'usual'], input: { maxOutputTokens: null } },
    { args: ['--reuse', 'yes'], input: { reusesAnswers: true } },
    { args: ['--reuse', 'no'], input: { reusesAnswers: false } },
  ])('sends $args', async ({ args, input }) => {
    const asked: unknown[] = [];
    const set = (sent: unknown) => {
      asked.push(sent);
      return CHOICES;
    };
    await runCli(['choices', 'resume.parse', ...args], { mutations: { 'choices.set': set } });
    expect(asked).toEqual([{ operation: 'resume.parse', ...input }]);
  });

  it.each([
    ['resume.parse'],
    ['--tier', 'best'],
    ['resume.forge', '--tier', 'best'],
    ['resume.parse', '--tier', 'finest'],
    ['resume.parse', '--max-output', 'many'],
    ['resume.parse', '--reuse', 'maybe'],
  ])('refuses %j before anything is sent', async (...args) => {
    expect((await runCli(['choices', ...args])).exitCode).toBe(2);
  });
});
