import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { entriesOf, kindsOf } from './entries.ts';
import { refusalOf, expectRefusal } from './refusal.ts';
import { SHORT_RESUME, uploadFile } from './upload.ts';

let app: TestApp;
let admin: Person;
let person: Person;
let documentId: string;

beforeAll(async () => {
  app = await startTestApp();
  admin = await app.createPerson({ role: 'admin' });
});
afterAll(() => app.stop());
beforeEach(async () => {
  person = await app.createPerson();
  documentId = await uploadFile(person.client, SHORT_RESUME);
});

const parse = () => person.client.ai.parseResume.mutate({ documentId });

describe('a person', () => {
  it('lowers a limit, which acts on the next call, and restores it', async () => {
    const { limits } = await person.client.limits.lower.mutate({ tokensPerDay: 0n });
    expect(limits.tokensPerDay).toEqual({ value: 0n, reason: 'user', granted: 10_000n });
    await expectRefusal('not_granted', parse());
    const restored = await person.client.limits.restore.mutate({ limits: ['tokensPerDay'] });
    expect(restored.limits.tokensPerDay).toEqual({ value: 10_000n, reason: 'plan', granted: 10_000n });
    expect((await parse()).receipt.outcome).toBe('completed');
  });

  it('resets no counter by changing limits', async () => {
    const { receipt } = await parse();
    await person.client.limits.lower.mutate({ tokensPerDay: 5_000n, costPerDay: 1_000n });
    await person.client.limits.restore.mutate({});
    const { day, month, lifetime } = await person.client.usage.summary.query();
    expect({ day, month }).toEqual(receipt.windowsAfter);
    expect(lifetime).toEqual({ ...receipt.charged, operations: 1 });
  });

  it('cannot raise a limit above what is granted', async () => {
    const { message } = await expectRefusal(
      'bad_input',
      person.client.limits.lower.mutate({ tokensPerDay: 10_001n }),
    );
    expect(message).toContain('10,000 tokens');
    expect(await kindsOf(app.db, person.userId)).toEqual(['open']);
  });

  it.each([-1n, 10n ** 18n])('cannot set a limit to %d', async (tokensPerDay) => {
    await expectRefusal('bad_input', person.client.limits.lower.mutate({ tokensPerDay }));
    expect(await kindsOf(app.db, person.userId)).toEqual(['open']);
  });

  it('cannot lower a month below its day, and can lower both', async () => {
    await expectRefusal('bad_input', person.client.limits.lower.mutate({ tokensPerMonth: 9_999n }));
    await expectRefusal('bad_input', person.client.limits.lower.mutate({ costPerMonth: 1n }));
    const { limits } = await person.client.limits.lower.mutate({
      tokensPerMonth: 9_999n,
      tokensPerDay: 9_999n,
    });
    expect(limits.tokensPerMonth.value).toBe(9_999n);
  });

  it('restores one and lowers another by one change', async () => {
    await person.client.limits.lower.mutate({ tokensPerMonth: 5_000n, tokensPerDay: 2_000n });
    const { limits } = await person.client.limits.lower.mutate({
      tokensPerDay: 'granted',
      tokensPerMonth: 20_000n,
    });
    expect(limits.tokensPerDay).toEqual({ value: 10_000n, reason: 'plan', granted: 10_000n });
    expect(limits.tokensPerMonth).toEqual({ value: 20_000n, reason: 'user', granted: 100_000n });
    expect(await kindsOf(app.db, person.userId)).toEqual(['open', 'terms', 'terms']);
  });

  it('cannot set limits for anybody, which is told with 403', async () => {
    const other = await app.createPerson();
    for (const { email } of [person, other]) {
      const refusal = await refusalOf(
        person.client.limits.setFor.mutate({ email, limits: { tokensPerDay: null } }),
      );
      expect(refusal.code).toBe('forbidden');
    }
    expect(await kindsOf(app.db, other.userId)).toEqual(['open']);
  });

  it('sees limits that nobody else changed', async () => {
    const other = await app.createPerson();
    await other.client.limits.lower.mutate({ tokensPerDay: 1n });
    const { limits } = await person.client.limits.get.query();
    expect(limits.tokensPerDay.value).toBe(10_000n);
  });
});

describe('an admin', () => {
  const setFor = (limits: Parameters<typeof admin.client.limits.setFor.mutate>[0]['limits']) =>
    admin.client.limits.setFor.mutate({ email: person.email, limits });

  it('grants more than the plan, which acts on the next call', async () => {
    await setFor({ tokensPerDay: 0n });
    await expectRefusal('not_granted', parse());
    const { limits } = await setFor({ tokensPerDay: 50_000n });
    expect(limits.tokensPerDay).toEqual({ value: 50_000n, reason: 'admin', granted: 50_000n });
    expect((await parse()).receipt.windowsAfter.day.tokens.limit).toBe(50_000n);
  });

  it('lifts every limit with null, and then no limit is named anywhere', async () => {
    await setFor({ tokensPerDay: null, costPerDay: null, tokensPerMonth: null, costPerMonth: null });
    const { receipt } = await parse();
    expect(receipt.windowsAfter.day.tokens).toMatchObject({
      limit: null,
      remaining: null,
      percentUsed: null,
    });
    const { nearest, warnings } = await person.client.usage.summary.query();
    expect({ nearest, warnings }).toEqual({ nearest: null, warnings: [] });
  });

  it('gives the plan back', async () => {
    await setFor({ tokensPerDay: 50_000n });
    const { limits } = await setFor({ tokensPerDay: 'plan' });
    expect(limits.tokensPerDay).toEqual({ value: 10_000n, reason: 'plan', granted: 10_000n });
  });

  it('cannot grant a day above its month, nor an unlimited day in a limited month', async () => {
    await expectRefusal('bad_input', setFor({ tokensPerDay: 100_001n }));
    await expectRefusal('bad_input', setFor({ tokensPerDay: null }));
    expect((await setFor({ tokensPerDay: 100_000n })).limits.tokensPerDay.value).toBe(100_000n);
  });

  it('leaves a cap that the person set for themselves', async () => {
    await person.client.limits.lower.mutate({ tokensPerDay: 500n });
    const { limits } = await setFor({ tokensPerDay: 50_000n });
    expect(limits.tokensPerDay).toEqual({ value: 500n, reason: 'user', granted: 50_000n });
  });

  it('is named in the ledger as who asked', async () => {
    await setFor({ tokensPerDay: 50_000n });
    const [, terms] = await entriesOf(app.db, person.userId);
    expect(terms).toMatchObject({ kind: 'terms', actor: admin.userId });
  });

  it('is told that nobody has an email', async () => {
    await expectRefusal('not_found', admin.client.limits.setFor.mutate({ email: 'nobody@example.com' }));
  });
});
