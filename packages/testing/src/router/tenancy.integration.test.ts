import { openSession } from '@resumint/auth/local';
import { createLocalAuthStore } from '@resumint/api';
import { createId } from '@resumint/drizzle';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { entriesOf } from './entries.ts';
import { refusalOf } from './refusal.ts';
import { saveResumeOf, SHORT_RESUME, uploadFile } from './upload.ts';

const KEY = 'a key of the owner';

let app: TestApp;
let owner: Person;
let stranger: Person;
let theirs: { documentId: string; resumeId: string; basedOn: Date; operationId: string };

beforeAll(async () => {
  app = await startTestApp();
  owner = await app.createPerson();
  stranger = await app.createPerson();
  const documentId = await uploadFile(owner.client, SHORT_RESUME);
  const resumeId = await saveResumeOf(owner.client);
  const { receipt } = await owner.client.ai.parseResume.mutate({ documentId, idempotencyKey: KEY });
  const { updatedAt } = await owner.client.resumes.get.query({ resumeId });
  theirs = { documentId, resumeId, basedOn: updatedAt, operationId: receipt.operationId };
});
afterAll(() => app.stop());

const collect = async (events: AsyncIterable<unknown>) => {
  for await (const event of events) void event;
};
const draft = { title: 'Stolen', content: { basics: { name: 'Mallory' } } };

const takings: { what: string; take: (by: Person) => Promise<unknown> }[] = [
  { what: 'read a document', take: ({ client }) => client.documents.get.query(theirs) },
  { what: 'parse a document by rules', take: ({ client }) => client.documents.parse.query(theirs) },
  { what: 'parse a document', take: ({ client }) => client.ai.parseResume.mutate(theirs) },
  {
    what: 'quote a document',
    take: ({ client }) => client.ai.quote.query({ operation: 'resume.parse', ...theirs }),
  },
  {
    what: 'quote a resume',
    take: ({ client }) => client.ai.quote.query({ operation: 'resume.summarize', ...theirs }),
  },
  { what: 'summarize a resume', take: ({ client }) => client.ai.summarize.mutate(theirs).then(collect) },
  { what: 'read a resume', take: ({ client }) => client.resumes.get.query(theirs) },
  {
    what: 'replace a resume',
    take: ({ client }) =>
      client.resumes.save.mutate({ ...draft, resumeId: theirs.resumeId, basedOn: theirs.basedOn }),
  },
  {
    what: 'refer to a document',
    take: ({ client }) => client.resumes.save.mutate({ ...draft, documentId: theirs.documentId }),
  },
  { what: 'delete a document', take: ({ client }) => client.documents.delete.mutate(theirs) },
  { what: 'delete a resume', take: ({ client }) => client.resumes.delete.mutate(theirs) },
  {
    what: 'read a receipt',
    take: ({ client }) => client.usage.receipt.query({ operationId: theirs.operationId }),
  },
  {
    what: 'read an entry of the activity',
    take: ({ client }) => client.usage.entry.query({ operationId: theirs.operationId }),
  },
  {
    what: 'read a receipt by its key',
    take: ({ client }) => client.usage.receipt.query({ idempotencyKey: KEY }),
  },
];

describe.each(takings)('to $what', ({ take }) => {
  it('of somebody else is refused with 404, and changes and charges nothing', async () => {
    const before = { owner: await keptBy(owner), stranger: await keptBy(stranger) };
    expect((await refusalOf(take(stranger))).code).toBe('not_found');
    expect({ owner: await keptBy(owner), stranger: await keptBy(stranger) }).toEqual(before);
  });

  it('without a token is refused with 401', async () => {
    expect((await refusalOf(take({ ...owner, client: app.client() }))).code).toBe('unauthenticated');
  });
});

it('of one’s own is possible, up to its deletion', async () => {
  for (const { take } of takings) await take(owner);
  expect((await refusalOf(owner.client.resumes.get.query(theirs))).code).toBe('not_found');
});

it('lists have one’s own alone', async () => {
  expect(await stranger.client.usage.list.query()).toEqual({ receipts: [], nextCursor: null });
  expect((await stranger.client.usage.activity.query()).entries).toEqual([]);
  const search = theirs.operationId;
  expect((await stranger.client.usage.activity.query({ query: { search } })).entries).toEqual([]);
  expect(await stranger.client.resumes.list.query()).toEqual({ resumes: [], nextCursor: null });
  expect(await stranger.client.documents.list.query()).toEqual({ documents: [], nextCursor: null });
});

describe('a token that opens nothing is refused with 401', () => {
  const store = () => createLocalAuthStore(app.db);
  const session = async (secret: string, options: { sessionLifetimeMs?: number } = {}) => {
    const { token } = await openSession(
      { store: store(), secret, newSessionId: () => createId('session'), ...options },
      { userId: owner.userId, role: 'admin' },
    );
    return token;
  };
  const tokens: { kind: string; token: () => Promise<string> | string }[] = [
    { kind: 'missing', token: () => '' },
    { kind: 'garbage', token: () => 'garbage' },
    { kind: 'very long', token: () => `rs_${'a'.repeat(10_000)}` },
    { kind: 'signed with another secret', token: () => session('b'.repeat(64)) },
    { kind: 'expired', token: () => session(app.shared.secret, { sessionLifetimeMs: -1 }) },
    { kind: 'changed to another person', token: () => owner.token.replace(owner.userId, stranger.userId) },
    { kind: 'changed to last longer', token: () => owner.token.replace(/\.(\d{13})\./, '.9999999999999.') },
    { kind: 'cut short', token: () => owner.token.slice(0, -1) },
    {
      kind: 'of a session that was never opened',
      token: async () => {
        const unkept = { ...store(), insertSession: () => Promise.resolve() };
        const ids = { store: unkept, secret: app.shared.secret, newSessionId: () => createId('session') };
        return (await openSession(ids, { userId: owner.userId, role: 'person' })).token;
      },
    },
  ];

  it.each(tokens)('one that is $kind', async ({ token }) => {
    const text = await token();
    expect(text).not.toBe(owner.token);
    expect((await refusalOf(app.client(text).account.me.query())).code).toBe('unauthenticated');
  });
});

async function keptBy({ client, userId }: Person) {
  const { resumes } = await client.resumes.list.query();
  const contents = await Promise.all(resumes.map(({ resumeId }) => client.resumes.get.query({ resumeId })));
  const { documents } = await client.documents.list.query();
  return { entries: await entriesOf(app.db, userId), contents, documents };
}
