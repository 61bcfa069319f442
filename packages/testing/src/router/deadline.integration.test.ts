import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../test-app.ts';
import { holdOf } from './entries.ts';
import { expectRefusal } from './refusal.ts';
import { SHORT_RESUME, uploadFile } from './upload.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ times: { holdMs: 6_000, settleMarginMs: 3_000 } });
});
afterAll(() => app.stop());

it.each(['hang', 'hangAfterFirstEvents'] as const)(
  'a call that is not answered in its time is given up before its hold expires, and charged what it held (%s)',
  async (kind) => {
    const { client, userId } = await app.createPerson();
    const documentId = await uploadFile(client, SHORT_RESUME);
    app.simulator.fault(app.modelKey, { kind });
    const { details } = await expectRefusal('model_failed', client.ai.parseResume.mutate({ documentId }));
    expect(details).toMatchObject({ charged: true, retryable: true });
    const { tokens, costNanos } = await holdOf(app.db, userId);
    const { receipts } = await client.usage.list.query();
    expect(receipts).toMatchObject([
      { status: 'settled', outcome: 'lost', isEstimated: true, charged: { tokens, costNanos } },
    ]);
    expect(app.simulator.hanging(app.modelKey)).toBe(0);
  },
);
