import { ledger, prices } from '@resumint/drizzle';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { kindsOf } from './entries.ts';
import { post } from './raw-request.ts';
import { expectRefusal } from './refusal.ts';
import { SHORT_RESUME, uploadFile } from './upload.ts';

let app: TestApp;
let person: Person;
let documentId: string;

beforeEach(async () => {
  app = await startTestApp({ times: { admitMs: 500 } });
  person = await app.createPerson();
  documentId = await uploadFile(person.client, SHORT_RESUME);
});
afterEach(() => app.stop());

const modelCalls = () => app.simulator.produced(app.modelKey).length;
const parse = () => person.client.ai.parseResume.mutate({ documentId });

describe('where a limit cannot be verified', () => {
  it('a ledger that cannot be read lets no call through, and the next one once it can', async () => {
    await app.direct.execute(sql`rename table ${ledger} to ledger_away`);
    await expectRefusal('limits_unverifiable', parse());
    const response = await post(app, 'ai.parseResume', { input: { documentId }, person });
    expect(response.status).toBe(503);
    expect(modelCalls()).toBe(0);
    await app.direct.execute(sql`rename table ledger_away to ${ledger}`);
    expect(await kindsOf(app.db, person.userId)).toEqual(['open']);
    expect((await parse()).receipt.outcome).toBe('completed');
  });

  it('a ledger that cannot be written lets no call through, and a hold that was told 503 never lands', async () => {
    await app.direct.execute(
      sql`create trigger refuse before insert on ${ledger} for each row signal sqlstate '45000'`,
    );
    await expectRefusal('limits_unverifiable', parse());
    expect(modelCalls()).toBe(0);
    await app.direct.execute(sql`drop trigger refuse`);
    await app.settled();
    expect(await kindsOf(app.db, person.userId)).toEqual(['open', 'void']);
    const { receipt } = await parse();
    expect(receipt.windowsAfter.day.tokens.used).toBe(BigInt(receipt.charged.tokens));
  });
});

it('a model without a price is refused with 503, never free', async () => {
  await app.direct.delete(prices);
  await expectRefusal('no_price', parse());
  const response = await post(app, 'ai.parseResume', { input: { documentId }, person });
  expect(response.status).toBe(503);
  expect(modelCalls()).toBe(0);
  expect(await kindsOf(app.db, person.userId)).toEqual(['open']);
});
