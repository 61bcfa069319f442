import { expect, it } from 'vitest';
import { signCheckpoint } from './checkpoint.ts';
import { importLedgerKey } from './ledger-key.ts';

const CHECKPOINT = { userId: 'usr_1', seq: 12, mac: 'a seal' };

it.each([
  ['person', { userId: 'usr_2' }],
  ['sequence', { seq: 13 }],
  ['seal', { mac: 'another' }],
])('a checkpoint of another %s has another signature', async (_, other) => {
  const key = importLedgerKey('secret');
  const signature = signCheckpoint(CHECKPOINT, key);
  expect(signature).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(signCheckpoint({ ...CHECKPOINT, ...other }, key)).not.toBe(signature);
  expect(signCheckpoint(CHECKPOINT, importLedgerKey('other'))).not.toBe(signature);
});
