import { createExportHandler } from '@resumint/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { writePastActivity } from '../ledger/past-activity.ts';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { expectRefusal } from './refusal.ts';
import { saveResumeOf, SHORT_RESUME, uploadFile } from './upload.ts';

const ZONE = 'America/New_York';
const CALLS = 600;

const Exported = z.object({
  zone: z.string(),
  entries: z.array(
    z.object({
      kind: z.string(),
      operation_id: z.string(),
      started_at_utc: z.string(),
      started_at_local: z.string(),
      tokens: z.int(),
      cost_usd: z.string(),
      cost_nanos: z.int(),
      note: z.string().nullable(),
    }),
  ),
});

let app: TestApp;
let person: Person;
let other: Person;
let exportActivity: (request: Request) => Promise<Response>;

beforeAll(async () => {
  app = await startTestApp();
  exportActivity = createExportHandler(app.dependencies);
  person = await app.createPerson({ zone: ZONE });
  other = await app.createPerson();
  const documentId = await uploadFile(person.client, SHORT_RESUME);
  await person.client.ai.parseResume.mutate({ documentId });
  const resumeId = await saveResumeOf(person.client);
  for await (const event of await person.client.ai.summarize.mutate({ resumeId })) void event;
  await app.settled();
});
afterAll(() => app.stop());

const ask = (parameters: Record<string, string>, { token }: { token?: string } = person) =>
  exportActivity(
    new Request(`http://resumint.test/api/usage/export?${new URLSearchParams(parameters)}`, {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    }),
  );
const exported = async (parameters: Record<string, string>, by = person) =>
  Exported.parse(await (await ask({ ...parameters, format: 'json' }, by)).json());

describe('what is searched for', () => {
  const search = async (text: string, by = person) => {
    const { entries } = await by.client.usage.activity.query({ query: { search: text } });
    return entries.map((entry) => entry.subject?.kind);
  };

  it('is a part of the title of a resume or of the name of a file, in any mix of cases', async () => {
    const [{ title } = { title: '' }] = (await person.client.resumes.list.query()).resumes;
    expect(title.length).toBeGreaterThan(3);
    expect(await search(title.toUpperCase().slice(1))).toEqual(['resume']);
    expect(await search('ESUME.TXT')).toEqual(['document']);
  });

  it('is taken as it is written', async () => {
    for (const text of ['%', '_', '\\', "'; --"]) expect(await search(text)).toEqual([]);
  });

  it('is an operation, by its id', async () => {
    const { receipts } = await person.client.usage.list.query();
    const id = receipts.at(-1)?.operationId ?? '';
    expect(await search(id)).toEqual(['document']);
    expect(await search(id, other)).toEqual([]);
    expect(await search('op_none')).toEqual([]);
  });

  it('is somebody else’s for nobody', async () => {
    expect(await search('mine', other)).toEqual([]);
  });
});

it('an entry has every step of it', async () => {
  const { entries } = await person.client.usage.activity.query();
  for (const { operationId } of entries) {
    const { entry, steps } = await person.client.usage.entry.query({ operationId });
    expect(entry.operationId).toBe(operationId);
    expect(steps.map(({ kind }) => kind)).toEqual(['hold', 'settle']);
  }
});

it.each([
  { query: { from: '17.03.2026' } },
  { query: { to: '2026-02-30' } },
  { query: { to: '9999-12-31' } },
  { query: { from: '0099-01-01' } },
  { query: { search: ' ' } },
  { query: { model: 'm'.repeat(49) } },
  { cursor: 0 },
  { limit: 101 },
])('%j is refused', async (input) => {
  await expectRefusal('bad_input', person.client.usage.activity.query(input));
});

describe('an export', () => {
  let heavy: Person;

  beforeAll(async () => {
    heavy = await app.createPerson({ zone: ZONE });
    // Its own stream in place of the one that was opened for it.
    await app.direct.execute(`delete from ledger where user_id = '${heavy.userId}'`);
    const until = Date.parse('2026-03-12T00:00:00Z');
    await writePastActivity(app.dependencies.metering.ledger, heavy.userId, {
      calls: CALLS,
      zone: ZONE,
      until,
    });
  });

  it('adds up to the totals of the summary, whatever its format', async () => {
    const { lifetime } = await heavy.client.usage.summary.query();
    const { entries, zone } = await exported({}, heavy);
    expect(zone).toBe(ZONE);
    expect(entries).toHaveLength(CALLS + 3);
    expect(sum(entries.map(({ tokens }) => BigInt(tokens)))).toBe(BigInt(lifetime.tokens));
    expect(sum(entries.map(({ cost_nanos: nanos }) => BigInt(nanos)))).toBe(lifetime.costNanos);
    expect(sum(entries.map(({ cost_usd: dollars }) => nanosOf(dollars)))).toBe(lifetime.costNanos);

    const [head = '', ...lines] = (await (await ask({}, heavy)).text()).trimEnd().split('\r\n');
    const column = head.split(',').indexOf('cost_nanos');
    expect(column).toBeGreaterThan(0);
    // None of the columns before it has a comma in it here.
    expect(sum(lines.map((line) => BigInt(line.split(',')[column] ?? '')))).toBe(lifetime.costNanos);
  });

  it('says its zone, and both times of each row', async () => {
    const response = await ask({ search: 'op_past0' }, heavy);
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(response.headers.get('content-disposition')).toContain('resumint-activity.csv');
    const [head, line] = (await response.text()).split('\r\n');
    expect(head).toContain(`started_at_utc,started_at_local (${ZONE})`);
    const [entry] = (await exported({ search: 'op_past0' }, heavy)).entries;
    const at = new Date(entry?.started_at_utc ?? '');
    const local = new Intl.DateTimeFormat('sv-SE', {
      dateStyle: 'short',
      timeStyle: 'medium',
      timeZone: ZONE,
    });
    expect(entry?.started_at_local).toBe(local.format(at));
    expect(line).toContain(`${at.toISOString()},${local.format(at)}`);
  });

  it('has what matches, and no note that a spreadsheet would run', async () => {
    const { entries } = await exported({ ending: 'adjusted' }, heavy);
    expect(entries.map(({ note }) => note)).toEqual(['=1+1, "missed"', 'Given back.']);
    const csv = await (await ask({ ending: 'adjusted' }, heavy)).text();
    expect(csv).toContain(`,repair,"'=1+1, ""missed"""\r\n`);
  });

  it('is one’s own', async () => {
    expect((await exported({}, other)).entries).toEqual([]);
    expect((await exported({ search: 'op_past0' }, other)).entries).toEqual([]);
    const ids = (await exported({})).entries.map(({ operation_id: id }) => id);
    expect(ids).toHaveLength(2);
  });

  it('reads on only as it is read, and no more once its reader has left', async () => {
    const body = (await ask({ format: 'csv' }, heavy)).body;
    if (!body) throw new Error('an export has a body');
    const reader = body.getReader();
    const first = new TextDecoder().decode((await reader.read()).value);
    expect(first.split('\r\n').length).toBeLessThan(CALLS);
    await reader.cancel();
    expect(app.failures).toEqual([]);
  });

  it('is refused without a session, and where it asks for what cannot be', async () => {
    expect((await ask({}, {})).status).toBe(401);
    for (const parameters of [{ format: 'xml' }, { from: 'yesterday' }, { ending: 'gone' }]) {
      const response = await ask(parameters);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ error: { code: 'bad_input' } });
    }
  });
});

const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);

function nanosOf(dollars: string): bigint {
  const [whole = '', fraction = ''] = dollars.split('.');
  return BigInt(`${whole}${fraction.padEnd(9, '0')}`);
}
