import { parseArgs } from 'node:util';
import { FOLLOW_EVERY_MS, openFollower } from './start/open-follower.ts';
import { readSettings } from './start/settings.ts';
import { untilStopped } from './start/until-stopped.ts';

const { values } = parseArgs({ options: { loop: { type: 'boolean', default: false } } });
const { databaseUrl, secrets, url, appOrigin = url, openAiKey, openAiUrl, mail } = readSettings();
if (databaseUrl === undefined) {
  console.error('Set DATABASE_URL to the database to follow. `npm start` follows its own by itself.');
  process.exit(1);
}

const signal = untilStopped();
const follower = await openFollower({
  databaseUrl,
  ledgerSecret: secrets.ledger,
  appOrigin,
  model:
    openAiKey === undefined
      ? null
      : { apiKey: openAiKey, ...(openAiUrl !== undefined && { baseUrl: openAiUrl }) },
  mail,
});
if (values.loop) {
  await follower.loop(signal, FOLLOW_EVERY_MS);
} else {
  const report = await follower.pass(signal);
  console.log(JSON.stringify(report, null, 2));
  if (Object.values(report.steps).includes('failed')) process.exitCode = 1;
}
await follower.close();
