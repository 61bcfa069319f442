import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { kindsOf } from './entries.ts';
import { expectRefusal } from './refusal.ts';
import { SHORT_RESUME, uploadFile, uploadFixture } from './upload.ts';

let app: TestApp;
let person: Person;

beforeAll(async () => {
  app = await startTestApp();
  person = await app.createPerson();
});
afterAll(() => app.stop());

it('a file is kept as its text, and costs nothing', async () => {
  const documentId = await uploadFixture(person.client, 'rm_single.pdf');
  const document = await person.client.documents.get.query({ documentId });
  expect(document).toMatchObject({
    documentId,
    name: 'rm_single.pdf',
    mediaType: 'application/pdf',
    pages: 1,
  });
  expect(document.text).toContain('Stripe');
  expect(await kindsOf(app.db, person.userId)).toEqual(['open']);
});

it('a file that is uploaded again is the document that is there', async () => {
  const [first, ...others] = await Promise.all(
    Array.from({ length: 4 }, () => uploadFile(person.client, SHORT_RESUME)),
  );
  expect(new Set(others)).toEqual(new Set([first]));
  expect(await uploadFile(person.client, `${SHORT_RESUME} and more`)).not.toBe(first);
});

it('the same file of somebody else is a document of their own', async () => {
  const other = await app.createPerson();
  const [mine, theirs] = [
    await uploadFile(person.client, SHORT_RESUME),
    await uploadFile(other.client, SHORT_RESUME),
  ];
  expect(theirs).not.toBe(mine);
});

it('a name of any length and letters is kept as far as it fits', async () => {
  const documentId = await uploadFile(person.client, 'Ada Lovelace, Analyst', `${'名'.repeat(300)}😀.txt`);
  const { name } = await person.client.documents.get.query({ documentId });
  expect(name).toBe('名'.repeat(255));
});

it('are listed the newest first, without their text, page by page', async () => {
  const { client } = await app.createPerson();
  const ids: string[] = [];
  for (const name of ['first.txt', 'second.txt', 'third.txt']) {
    ids.unshift(await uploadFile(client, `Ada Lovelace, ${name}`, name));
  }
  const page = await client.documents.list.query({ limit: 2 });
  const rest = await client.documents.list.query({ limit: 2, cursor: page.nextCursor });
  expect(rest.nextCursor).toBeNull();
  const listed = [...page.documents, ...rest.documents];
  expect(new Set(listed.map(({ documentId }) => documentId))).toEqual(new Set(ids));
  expect(listed.map(({ documentId }) => documentId)).toEqual(ids.toSorted().toReversed());
  const { text: _, ...described } = await client.documents.get.query({ documentId: ids[0] ?? '' });
  expect(listed).toContainEqual(described);
});

it('a list of none is empty, and one of too many is refused', async () => {
  const { client } = await app.createPerson();
  expect(await client.documents.list.query()).toEqual({ documents: [], nextCursor: null });
  for (const limit of [0, 101]) await expectRefusal('bad_input', client.documents.list.query({ limit }));
});

it('one that is deleted is gone, once, and what was read from it stays', async () => {
  const { client } = await app.createPerson();
  const [documentId, kept] = [await uploadFile(client, SHORT_RESUME), await uploadFile(client, 'Ada')];
  const draft = { title: 'Mine', content: { basics: { name: 'Ada' } }, documentId };
  const { resumeId, updatedAt } = await client.resumes.save.mutate(draft);
  await client.documents.delete.mutate({ documentId });
  await expectRefusal('not_found', client.documents.get.query({ documentId }));
  await expectRefusal('not_found', client.documents.delete.mutate({ documentId }));
  expect((await client.documents.list.query()).documents).toMatchObject([{ documentId: kept }]);
  expect(await client.resumes.get.query({ resumeId })).toMatchObject({ documentId, updatedAt });
  expect(await uploadFile(client, SHORT_RESUME)).not.toBe(documentId);
});

it('a text with letters of four bytes is kept as it is', async () => {
  const documentId = await uploadFile(person.client, 'Ada Lovelace 😀 Zoë Şahin');
  expect((await person.client.documents.get.query({ documentId })).text).toBe('Ada Lovelace 😀 Zoë Şahin');
});
