import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../test-app.ts';
import { kindsOf } from './entries.ts';
import { expectRefusal } from './refusal.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('a zone', () => {
  it('takes effect when the running day ends, and says from when', async () => {
    const { client } = await app.createPerson({ zone: 'Europe/Berlin' });
    const { day } = await client.usage.summary.query();
    expect(await client.account.setZone.mutate({ zone: 'Asia/Tokyo' })).toEqual({
      zone: 'Europe/Berlin',
      next: { zone: 'Asia/Tokyo', from: day.resetsAt },
    });
    expect(await client.account.me.query()).toMatchObject({ zone: 'Europe/Berlin', nextZone: 'Asia/Tokyo' });
    const after = await client.usage.summary.query();
    expect(after.day).toEqual(day);
  });

  it('that is set back leaves nothing to happen', async () => {
    const { client } = await app.createPerson({ zone: 'Europe/Berlin' });
    await client.account.setZone.mutate({ zone: 'Asia/Tokyo' });
    expect(await client.account.setZone.mutate({ zone: 'Europe/Berlin' })).toEqual({
      zone: 'Europe/Berlin',
      next: null,
    });
  });

  it('that is none is refused', async () => {
    const { client, userId } = await app.createPerson();
    await expectRefusal('bad_input', client.account.setZone.mutate({ zone: 'Mars/Olympus' }));
    expect(await kindsOf(app.db, userId)).toEqual(['open']);
  });
});
