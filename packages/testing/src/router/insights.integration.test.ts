import { followStream } from '@resumint/metering';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { platforms } from '../test-database.ts';
import { expectRefusal } from './refusal.ts';
import { CALLS_A_DAY, createRegularPerson } from './regular-person.ts';
import { SHORT_RESUME, uploadFile } from './upload.ts';

const DAYS = 130;
const TOKENS_A_DAY = 2n * 2_100n + 1_300n;

describe.each(platforms())('what a person’s own past tells, $server.name over $driver', (platform) => {
  let app: TestApp;
  let person: Person;

  beforeAll(async () => {
    app = await startTestApp({ platform });
    person = await createRegularPerson(app, DAYS);
  });
  afterAll(() => app.stop());

  const follow = () => followStream(app.dependencies.metering.ledger, person.userId);

  it('is the same before it was followed and after', async () => {
    const tell = async () => {
      const made = await person.client.usage.forecast.query();
      if (made.kind !== 'forecast') throw new Error('there was too little to go by');
      const { hours } = await person.client.usage.hours.query();
      const { suggestions } = await person.client.suggestions.list.query();
      const choices = await person.client.choices.list.query();
      return {
        basis: made.basis,
        pastError: made.pastError,
        endsAt: made.month.endsAt,
        hours,
        suggestions,
        choices,
      };
    };
    const before = await tell();
    expect(await follow()).toBeGreaterThan(DAYS * CALLS_A_DAY);
    expect(await tell()).toEqual(before);
    expect(before).toMatchObject({
      basis: { method: 'byWeekday', days: 56, daysWithUse: 56, bandPercent: 80 },
      pastError: { tokens: { withinPercent: 0, months: [{}, {}, {}] }, cost: { withinPercent: 0 } },
    });
  });

  it('forecasts a regular person to the token', async () => {
    await follow();
    const made = await person.client.usage.forecast.query();
    if (made.kind !== 'forecast') throw new Error('there was too little to go by');
    const { day, month, path, at } = made;
    const share = (day.endsAt.getTime() - at.getTime()) / (day.endsAt.getTime() - day.startsAt.getTime());
    expect(day.tokens).toMatchObject({
      soFar: 0n,
      expected: BigInt(Math.round(Number(TOKENS_A_DAY) * share)),
      limit: null,
      reachedAt: null,
    });
    const fullDays = BigInt(path.length - 1);
    expect(month.tokens.expected).toBe(month.tokens.soFar + day.tokens.expected + fullDays * TOKENS_A_DAY);
    expect(path.at(-1)).toMatchObject({ at: month.endsAt, tokens: { expected: month.tokens.expected } });
  });

  it('says when in the day calls ended, and adds up to the usage by day', async () => {
    await follow();
    const { hours, since } = await person.client.usage.hours.query({ days: 30 });
    const days = hours.filter(({ calls }) => calls > 0);
    expect(days.map(({ hour }) => hour)).toEqual([9, 15]);
    const rows = (await person.client.usage.daily.query({ days: 60 })).filter(
      ({ dayStart }) => dayStart.getTime() >= since.getTime() - 86_400_000,
    );
    const calls = hours.reduce((sum, hour) => sum + hour.calls, 0);
    expect(calls).toBeLessThanOrEqual(rows.reduce((sum, row) => sum + row.calls, 0));
    expect(calls).toBeGreaterThanOrEqual(29 * CALLS_A_DAY);
    expect(hours[9]?.tokens).toBe((hours[9]?.calls ?? 0) * 2_100);
  });

  it('suggests what would have saved something, each with the calls behind it', async () => {
    await follow();
    const { suggestions, applied, isCut, callsOf, leastCalls } = await person.client.suggestions.list.query();
    expect([applied, isCut, leastCalls]).toEqual([[], false, 20]);
    const [parses, summaries] = callsOf.map(({ calls }) => calls);
    expect(parses).toBe(2 * (summaries ?? 0));
    expect(suggestions.every(({ calls, callsOfOperation }) => calls <= callsOfOperation)).toBe(true);
    const byId = new Map(suggestions.map((suggestion) => [suggestion.id, suggestion]));
    expect([...byId.keys()].toSorted()).toEqual([
      'cheaperModel:resume.parse:economy',
      'cheaperModel:resume.summarize:economy',
      'repeatedInput:resume.parse',
      'shorterOutput:resume.summarize:110',
    ]);
    const cheaper = byId.get('cheaperModel:resume.parse:economy');
    if (cheaper?.kind !== 'cheaperModel') throw new Error('it is about a model');
    const { calls, callsOfOperation, chargedNanos, savedNanos } = cheaper;
    expect([calls, calls]).toEqual([callsOfOperation, parses]);
    expect(chargedNanos).toBe(BigInt(calls) * 1_920_000n);
    expect(savedNanos).toBe(BigInt(calls) * (1_920_000n - 480_000n) - BigInt(calls - 1));
    const repeated = byId.get('repeatedInput:resume.parse');
    expect(repeated).toMatchObject({
      savedNanos: BigInt(repeated?.calls ?? 0) * 1_920_000n,
    });
    expect(byId.get('shorterOutput:resume.summarize:110')).toMatchObject({ savedNanos: 0n, callsCut: 0 });
    expect(suggestions.map((one) => one.savedNanos)).toEqual(
      suggestions.map((one) => one.savedNanos).toSorted((left, right) => (left < right ? 1 : -1)),
    );
  });
});

describe('a suggestion', () => {
  let app: TestApp;
  let person: Person;
  const cheaper = { id: 'cheaperModel:resume.parse:economy' };
  const shorter = { id: 'shorterOutput:resume.summarize:110' };

  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    person = await createRegularPerson(app, 31);
  });

  const ids = async () => (await person.client.suggestions.list.query()).suggestions.map(({ id }) => id);
  const quote = async () => {
    const documentId = await uploadFile(person.client, SHORT_RESUME);
    return person.client.ai.quote.query({ operation: 'resume.parse', documentId });
  };

  it('applied is what calls go by, is told as applied, and is as before when it is undone', async () => {
    const before = await person.client.suggestions.list.query();
    const once = await person.client.suggestions.accept.mutate(cheaper);
    expect(once.applied).toMatchObject([{ ...cheaper, from: { tier: 'standard' }, to: { tier: 'economy' } }]);
    expect(once.suggestions.map(({ id }) => id)).not.toContain(cheaper.id);
    expect((await quote()).model).toBe('gpt-4.1-nano');
    const [twice] = await Promise.all([1, 2, 3].map(() => person.client.suggestions.accept.mutate(cheaper)));
    expect(twice?.applied).toEqual(once.applied);
    await person.client.suggestions.undo.mutate(cheaper);
    const undone = await person.client.suggestions.undo.mutate(cheaper);
    expect({ ...undone, since: before.since, until: before.until }).toEqual(before);
    expect((await quote()).model).toBe('gpt-4.1-mini');
  });

  it('of a cap is undone to the cap that was chosen before', async () => {
    const operation = 'resume.summarize';
    await person.client.choices.set.mutate({ operation, maxOutputTokens: 280 });
    await person.client.suggestions.accept.mutate(shorter);
    const capped = await person.client.choices.list.query();
    expect(capped.map(({ maxOutputTokens }) => maxOutputTokens)).toEqual([null, 110]);
    expect(await ids()).not.toContain(shorter.id);
    await person.client.suggestions.undo.mutate(shorter);
    const restored = await person.client.choices.list.query();
    expect(restored.map(({ maxOutputTokens }) => maxOutputTokens)).toEqual([null, 280]);
  });

  it('of repeated inputs has them answered from earlier calls, and is undone', async () => {
    const repeated = { id: 'repeatedInput:resume.parse' };
    const documentId = await uploadFile(person.client, SHORT_RESUME);
    const parse = () => person.client.ai.parseResume.mutate({ documentId });
    const { applied } = await person.client.suggestions.accept.mutate(repeated);
    expect(applied).toEqual([{ ...repeated, kind: 'repeatedInput', operation: 'resume.parse' }]);
    expect(await ids()).not.toContain(repeated.id);
    const { receipt } = await parse();
    await app.settled();
    expect((await parse()).receipt.answeredFrom?.operationId).toBe(receipt.operationId);
    await person.client.suggestions.undo.mutate(repeated);
    expect(await ids()).toContain(repeated.id);
    expect((await parse()).receipt.answeredFrom).toBeNull();
  });

  it('is not undone over what the person has chosen since', async () => {
    await person.client.suggestions.accept.mutate(cheaper);
    await person.client.choices.set.mutate({ operation: 'resume.parse', tier: 'best' });
    const { applied } = await person.client.suggestions.undo.mutate(cheaper);
    expect(applied).toEqual([]);
    expect((await person.client.choices.list.query())[0]?.chosen).toBe('best');
  });

  it('that was never made, or to somebody else, changes nothing', async () => {
    const stranger = await app.createPerson();
    await expectRefusal('not_found', stranger.client.suggestions.accept.mutate(cheaper));
    const dearer = { id: 'cheaperModel:resume.parse:best' };
    await expectRefusal('not_found', person.client.suggestions.accept.mutate(dearer));
    const another = { id: 'repeatedInput:resume.summarize' };
    await expectRefusal('not_found', person.client.suggestions.accept.mutate(another));
    await expectRefusal('unauthenticated', app.client().suggestions.accept.mutate(cheaper));
    await person.client.suggestions.accept.mutate(cheaper);
    await stranger.client.suggestions.undo.mutate(cheaper);
    expect((await person.client.choices.list.query())[0]).toMatchObject({
      chosen: 'economy',
      isSuggested: true,
    });
  });

  it('is made to nobody with too few calls, who is told that there is too little to forecast', async () => {
    person = await app.createPerson();
    expect(await ids()).toEqual([]);
    const { callsOf } = await person.client.suggestions.list.query();
    expect(callsOf).toEqual([
      { operation: 'resume.parse', calls: 0 },
      { operation: 'resume.summarize', calls: 0 },
    ]);
    expect(await person.client.usage.forecast.query()).toMatchObject({ kind: 'tooLittle', daysWithUse: 0 });
    const { hours } = await person.client.usage.hours.query();
    expect(hours.map(({ calls }) => calls)).toEqual(Array.from({ length: 24 }, () => 0));
  });
});
