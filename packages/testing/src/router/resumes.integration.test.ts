import { resumes } from '@resumint/drizzle';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { anyPlatform, platforms } from '../test-database.ts';
import { expectRefusal } from './refusal.ts';
import { SHORT_RESUME, uploadFile } from './upload.ts';

const stateOf = (name: string) => ({ title: name, content: { basics: { name } } });

describe.each(platforms())('a resume on $server.name over $driver', (platform) => {
  let app: TestApp;
  let person: Person;

  beforeAll(async () => {
    app = await startTestApp({ platform });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    person = await app.createPerson();
  });

  const save = (draft: Parameters<Person['client']['resumes']['save']['mutate']>[0]) =>
    person.client.resumes.save.mutate(draft);

  it('is saved over the state that its writer saw, which moves it forward each time', async () => {
    const { resumeId, ...first } = await save(stateOf('Ada'));
    let basedOn = first.updatedAt;
    for (const name of ['Ada L.', 'Ada Lovelace', 'Ada King']) {
      const { updatedAt } = await save({ ...stateOf(name), resumeId, basedOn });
      expect(updatedAt.getTime()).toBeGreaterThan(basedOn.getTime());
      expect(await person.client.resumes.get.query({ resumeId })).toMatchObject({ title: name, updatedAt });
      basedOn = updatedAt;
    }
  });

  it('is not saved over a state that its writer has not seen, which stays and is named', async () => {
    const { resumeId, updatedAt: basedOn } = await save(stateOf('Ada'));
    const { updatedAt } = await save({ ...stateOf('Grace'), resumeId, basedOn });
    const late = save({ ...stateOf('Edith'), resumeId, basedOn });
    expect((await expectRefusal('changed_elsewhere', late)).details).toEqual({ updatedAt });
    expect(await person.client.resumes.get.query({ resumeId })).toMatchObject({ title: 'Grace', updatedAt });
    await save({ ...stateOf('Edith'), resumeId, basedOn: updatedAt });
    expect(await person.client.resumes.get.query({ resumeId })).toMatchObject({ title: 'Edith' });
  });

  it('takes one of many saves that were made at once on one state', async () => {
    const { resumeId, updatedAt: basedOn } = await save(stateOf('Ada'));
    const outcomes = await Promise.allSettled(
      Array.from({ length: 6 }, (_, index) => save({ ...stateOf(`Tab ${index}`), resumeId, basedOn })),
    );
    const landed = outcomes.flatMap((outcome, index) =>
      outcome.status === 'fulfilled' ? [{ title: `Tab ${index}`, updatedAt: outcome.value.updatedAt }] : [],
    );
    expect(landed).toHaveLength(1);
    expect(await person.client.resumes.get.query({ resumeId })).toMatchObject(landed[0] ?? {});
  });

  it('moves forward within the millisecond of a clock that stands behind what is there', async () => {
    const { resumeId } = await save(stateOf('Ada'));
    const ahead = new Date(Date.now() + 3_600_000);
    await app.db
      .update(resumes)
      .set({ updatedAt: ahead })
      .where(and(eq(resumes.userId, person.userId), eq(resumes.resumeId, resumeId)));
    const { updatedAt } = await save({ ...stateOf('Grace'), resumeId, basedOn: ahead });
    expect(updatedAt.getTime()).toBe(ahead.getTime() + 1);
    await expectRefusal('changed_elsewhere', save({ ...stateOf('Edith'), resumeId, basedOn: ahead }));
  });
});

describe('saving', () => {
  let app: TestApp;
  let person: Person;

  beforeAll(async () => {
    app = await startTestApp({ platform: anyPlatform() });
    person = await app.createPerson();
  });
  afterAll(() => app.stop());

  it.each([
    ['a resume without what it is based on', { resumeId: 'res_1' }],
    ['a base without its resume', { basedOn: new Date() }],
    ['a base that no clock shows', { resumeId: 'res_1', basedOn: new Date(8.64e15) }],
    ['a base that is no date', { resumeId: 'res_1', basedOn: new Date(Number.NaN) }],
  ])('is refused with %s', async (_, wrong) => {
    await expectRefusal('bad_input', person.client.resumes.save.mutate({ ...stateOf('Ada'), ...wrong }));
  });

  it('of one that is gone is refused, and makes no other', async () => {
    const { resumeId, updatedAt: basedOn } = await person.client.resumes.save.mutate(stateOf('Ada'));
    await person.client.resumes.delete.mutate({ resumeId });
    await expectRefusal(
      'not_found',
      person.client.resumes.save.mutate({ ...stateOf('Grace'), resumeId, basedOn }),
    );
    expect((await person.client.resumes.list.query()).resumes).toEqual([]);
  });

  it('goes on when the document it was read from is gone, and refers to no other that is', async () => {
    const { client } = person;
    const [documentId, other] = [await uploadFile(client, SHORT_RESUME), await uploadFile(client, 'Ada')];
    const draft = { ...stateOf('Ada'), documentId };
    const { resumeId, updatedAt: basedOn } = await client.resumes.save.mutate(draft);
    for (const gone of [documentId, other]) await client.documents.delete.mutate({ documentId: gone });
    await expectRefusal('not_found', client.resumes.save.mutate(draft));
    const again = { ...draft, resumeId, basedOn };
    await expectRefusal('not_found', client.resumes.save.mutate({ ...again, documentId: other }));
    await client.resumes.save.mutate(again);
    expect(await client.resumes.get.query({ resumeId })).toMatchObject({ documentId });
  });

  it('refers to no document of somebody else, from a resume that is there either', async () => {
    const { client } = await app.createPerson();
    const documentId = await uploadFile(client, SHORT_RESUME);
    const { resumeId, updatedAt: basedOn } = await person.client.resumes.save.mutate(stateOf('Ada'));
    const taking = person.client.resumes.save.mutate({ ...stateOf('Ada'), resumeId, basedOn, documentId });
    await expectRefusal('not_found', taking);
  });
});
