import { createChartHandler } from '@resumint/api';
import { denials } from '@resumint/drizzle';
import { followStream } from '@resumint/metering';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdFor } from '../follower/spend.ts';
import { writePastActivity } from '../ledger/past-activity.ts';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { platforms } from '../test-database.ts';
import { zoneAtNoon } from '../zone-at-noon.ts';
import { ENDPOINT } from './raw-request.ts';
import { expectRefusal } from './refusal.ts';

const DAY_MS = 86_400_000;
/** One an hour. */
const CALLS = 1_200;
const GROUPINGS = ['operation', 'model', 'outcome'] as const;
const STEPS = ['day', 'month'] as const;
const PERIODS = ['thisMonth', 'lastMonth', 'last12Months', 'last7Days', 'last30Days', 'last90Days'] as const;

describe.each(platforms())('analytics, $server.name over $driver', (platform) => {
  let app: TestApp;
  let admin: Person;
  let person: Person;
  let stranger: Person;

  beforeAll(async () => {
    app = await startTestApp({ platform });
    admin = await app.createPerson({ role: 'admin' });
    stranger = await app.createPerson();
    const zone = zoneAtNoon();
    person = await app.createPerson({ zone });
    const { userId } = person;
    // Its own stream in place of the one that was opened for it.
    await app.direct.execute(`delete from ledger where user_id = '${userId}'`);
    const { ledger } = app.dependencies.metering;
    await writePastActivity(ledger, userId, { calls: CALLS, zone, until: Date.now() - 60_000 });
    const adjustment = { email: person.email, reason: 'repair', note: 'Missed.' } as const;
    await admin.client.usage.adjustFor.mutate({ ...adjustment, scope: 'month', costNanos: 11n, tokens: 3 });
    await admin.client.usage.adjustFor.mutate({ ...adjustment, scope: 'day', costNanos: 5n });
  });
  afterAll(() => app.stop());

  const ask = (parameters: Record<string, string>, token?: string) =>
    createChartHandler(app.dependencies)(
      new Request(`http://resumint.test/api/usage/chart?${new URLSearchParams(parameters)}`, {
        headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      }),
    );

  it('adds up to the summary, however it is told apart, with what has fallen due and is not written', async () => {
    const due = { userId: person.userId, operationId: 'op_due', tokens: 40, lifetimeMs: 0 };
    await holdFor(app.dependencies.metering.ledger, due);
    const { month, pastMonths } = await person.client.usage.summary.query();
    for (const grouping of GROUPINGS) {
      for (const step of STEPS) {
        const asked = { grouping, step };
        const now = await person.client.usage.analytics.query({ ...asked, period: 'thisMonth' });
        expect([now.total.costNanos, BigInt(now.total.tokens)]).toEqual([month.cost.used, month.tokens.used]);
        const { total } = await person.client.usage.analytics.query({ ...asked, period: 'lastMonth' });
        const [last] = pastMonths;
        expect({ ...total, calls: total.calls - total.notMade }).toMatchObject({
          calls: last?.operations,
          costNanos: last?.costNanos,
          tokens: last?.tokens,
        });
      }
    }
  });

  it('has what an admin adjusted for the month as a whole on no day', async () => {
    const { groups, undated } = await person.client.usage.analytics.query();
    expect(groups.map(({ name }) => name)).toEqual([
      'adjustment',
      'resume.match',
      'resume.parse',
      'resume.summarize',
    ]);
    expect(undated).toEqual([{ group: 0, calls: 0, notMade: 0, tokens: 3, costNanos: 11n }]);
  });

  it('is the same before it was followed, and after', async () => {
    const tell = async () => {
      const told: unknown[] = [];
      for (const period of PERIODS) {
        for (const grouping of GROUPINGS) {
          const { at, ...rest } = await person.client.usage.analytics.query({ period, grouping });
          expect(at).toBeInstanceOf(Date);
          told.push(rest);
        }
      }
      return told;
    };
    const before = await tell();
    expect(await followStream(app.dependencies.metering.ledger, person.userId)).toBeGreaterThan(CALLS);
    expect(await tell()).toEqual(before);
  });

  it('is told of refusals by their day and limit', async () => {
    const { startsAt } = (await person.client.usage.summary.query()).day;
    const refused = { userId: person.userId, limitName: 'tokensPerDay', lastAt: new Date() };
    await app.direct.insert(denials).values([
      { ...refused, dayStart: startsAt, operation: 'resume.parse', count: 2 },
      { ...refused, dayStart: startsAt, operation: 'resume.summarize', count: 3 },
      { ...refused, dayStart: startsAt, limitName: 'inFlight', operation: 'resume.parse', count: 1 },
      {
        ...refused,
        dayStart: new Date(startsAt.getTime() - 7 * DAY_MS),
        operation: 'resume.parse',
        count: 10,
      },
    ]);
    const denied = await person.client.usage.denied.query({ period: 'last7Days' });
    expect(denied).toMatchObject({
      total: 6,
      previousTotal: 10,
      limits: [
        { name: 'inFlight', total: 1 },
        { name: 'tokensPerDay', total: 5 },
      ],
    });
    expect(denied.buckets.at(-1)).toMatchObject({
      total: 6,
      parts: [
        { limit: 0, count: 1 },
        { limit: 1, count: 5 },
      ],
    });
  });

  it('is of nobody else', async () => {
    for (const period of PERIODS) {
      const { total, groups } = await stranger.client.usage.analytics.query({ period });
      expect([total.calls, groups]).toEqual([0, []]);
      expect((await stranger.client.usage.denied.query({ period })).total).toBe(0);
    }
    const csv = await (await ask({ chart: 'usage', period: 'last90Days' }, stranger.token)).text();
    expect(csv.trimEnd().split('\r\n')).toHaveLength(1);
  });

  it('is refused to nobody in particular, and for what cannot be', async () => {
    const { usage } = app.client();
    await expectRefusal('unauthenticated', usage.analytics.query());
    await expectRefusal('unauthenticated', usage.denied.query());
    for (const input of [{ period: 'ever' }, { step: 'hour' }, { grouping: 'person' }]) {
      const query = new URLSearchParams({ input: JSON.stringify({ json: input }) });
      const headers = { authorization: `Bearer ${person.token}` };
      const response = await app.handler(new Request(`${ENDPOINT}/usage.analytics?${query}`, { headers }));
      expect(response.status).toBe(400);
    }
  });

  describe('a chart as CSV', () => {
    it('adds up to the period, and says its zone', async () => {
      const response = await ask({ chart: 'usage', period: 'last90Days' }, person.token);
      expect(response.headers.get('content-type')).toContain('text/csv');
      expect(response.headers.get('content-disposition')).toContain('resumint-usage.csv');
      const [head = '', ...lines] = (await response.text()).trimEnd().split('\r\n');
      const { total, zone } = await person.client.usage.analytics.query({ period: 'last90Days' });
      expect(head).toContain(`day (${zone}),operation,calls`);
      // Nothing here has a comma in it.
      const column = (name: string) => lines.map((line) => line.split(',')[head.split(',').indexOf(name)]);
      expect(column('cost_nanos').reduce((sum, cell) => sum + BigInt(cell ?? ''), 0n)).toBe(total.costNanos);
      expect(column('tokens').reduce((sum, cell) => sum + Number(cell), 0)).toBe(total.tokens);
      expect(column('calls').reduce((sum, cell) => sum + Number(cell), 0)).toBe(total.calls);
    });

    it.each(['usage', 'comparison', 'month', 'hours', 'denied'])(
      'of %s has rows as long as its titles',
      async (chart) => {
        const text = await (await ask({ chart }, person.token)).text();
        const lines = text.trimEnd().split('\r\n');
        expect(lines.length).toBeGreaterThan(1);
        expect(new Set(lines.map((line) => line.split(',').length)).size).toBe(1);
      },
    );

    it('is refused without a session, and where it asks for what cannot be', async () => {
      expect((await ask({ chart: 'usage' })).status).toBe(401);
      for (const parameters of [{}, { chart: 'toString' }, { chart: 'usage', period: 'ever' }]) {
        expect((await ask(parameters, person.token)).status).toBe(400);
      }
    });
  });
});
