import { createFollower } from '@resumint/api/follower';
import { createStepReader } from '@resumint/proof';
import { expect, it } from 'vitest';
import { startTestApp } from '../test-app.ts';

it('the proof knows by its statements what a follower is at, so that it can die there', async () => {
  const readStep = createStepReader();
  const steps: (string | null)[] = [];
  const app = await startTestApp({
    onStatement: (statement) => {
      const step = readStep(statement);
      if (step !== steps.at(-1)) steps.push(step);
    },
  });
  try {
    await app.createPerson();
    const { ledger, prices } = app.dependencies.metering;
    const follower = createFollower({
      db: app.db,
      ledger,
      prices,
      findUsage: () => Promise.resolve({ kind: 'unknown' }),
      sendMail: null,
      appOrigin: 'https://resumint.example',
      report: (error) => expect.unreachable(String(error)),
    });
    steps.length = 0;
    await follower.pass();
    expect(steps).toEqual([null, 'following', 'expiring', 'asking', null]);
  } finally {
    await app.stop();
  }
});
