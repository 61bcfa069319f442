import { readAppError } from '@resumint/client';
import { createPriceBook } from '@resumint/metering';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { expectRefusal } from './refusal.ts';

let app: TestApp;
let admin: Person;
let person: Person;

beforeAll(async () => {
  app = await startTestApp();
  [admin, person] = [await app.createPerson({ role: 'admin' }), await app.createPerson()];
});
afterAll(() => app.stop());

const DAY_MS = 86_400_000;
const band = (aboveInputTokens: number, factor: bigint) => ({
  aboveInputTokens,
  inputNanosPerMillion: 400_000_000n * factor,
  cachedInputNanosPerMillion: 100_000_000n * factor,
  outputNanosPerMillion: 1_600_000_000n * factor,
});
const source = 'the page of the vendor, read today';
const inDays = (days: number) => new Date(Math.floor(Date.now() / DAY_MS + days) * DAY_MS);
const add = (price: Omit<Parameters<typeof admin.client.prices.add.mutate>[0], 'source'>) =>
  admin.client.prices.add.mutate({ ...price, source });

describe('an admin', () => {
  it('adds a price from a day to come on, and until then the one before it counts', async () => {
    const effectiveAt = inDays(30);
    const bands: [ReturnType<typeof band>, ReturnType<typeof band>] = [band(0, 2n), band(1_000, 3n)];
    const added = await add({ model: 'gpt-4.1-mini', effectiveAt, bands });
    const version = effectiveAt.toISOString().slice(0, 10);
    expect(added).toEqual({ model: 'gpt-4.1-mini', version, effectiveAt, bands, source });
    const book = createPriceBook(app.db);
    expect((await book.load()).priceOf('gpt-4.1-mini', effectiveAt.getTime() - 1).version).toBe('2025-04-14');
    const later = (await book.load()).priceOf('gpt-4.1-mini', effectiveAt.getTime());
    expect(later).toEqual({ ...added, effectiveAt: effectiveAt.getTime() });
  });

  it('adds one from now on, by the clock of the database', async () => {
    const { version, effectiveAt } = await add({ model: 'gpt-4.1', bands: [band(0, 9n)] });
    expect(version).toBe(effectiveAt.toISOString().slice(0, 10));
    const book = createPriceBook(app.db);
    expect((await book.load()).priceOf('gpt-4.1', effectiveAt.getTime()).version).toBe(version);
  });

  it('changes no price that is there, whatever is asked for', async () => {
    const before = await person.client.prices.list.query();
    const bands: [ReturnType<typeof band>] = [band(0, 5n)];
    for (const price of [
      { model: 'gpt-4.1-nano', version: '2025-04-14', bands },
      { model: 'gpt-4.1-nano', version: '2025-04-14', bands: [band(1, 5n)] satisfies typeof bands },
      { model: 'gpt-4.1-nano', effectiveAt: inDays(-1), bands },
      { model: 'gpt-4.1-nano', bands: [...bands, band(0, 5n)] satisfies [...typeof bands, ...typeof bands] },
    ]) {
      await expectRefusal('bad_input', add(price));
    }
    expect(await person.client.prices.list.query()).toEqual(before);
  });

  it('adds a version once, of two who ask for it at once', async () => {
    const ask = () => add({ model: 'gpt-5', version: 'twice', effectiveAt: inDays(9), bands: [band(0, 9n)] });
    const outcomeOf = (asked: ReturnType<typeof ask>) =>
      asked.then(
        () => 'added',
        (error: unknown) => readAppError(error)?.code,
      );
    const outcomes = await Promise.all([outcomeOf(ask()), outcomeOf(ask())]);
    expect(outcomes.toSorted()).toEqual(['added', 'bad_input']);
  });
});

it('a person adds none', async () => {
  const price = { model: 'gpt-4.1', bands: [band(0, 1n)] satisfies [unknown], source };
  await expectRefusal('forbidden', person.client.prices.add.mutate(price));
});
