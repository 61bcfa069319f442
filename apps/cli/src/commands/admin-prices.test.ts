import { describe, expect, it } from 'vitest';
import { runCli } from '../testing/run-cli.ts';

const PRICE = {
  model: 'gpt-4.1-mini',
  version: '2027-01-01',
  effectiveAt: new Date('2027-01-01T00:00:00Z'),
  bands: [
    {
      aboveInputTokens: 0,
      inputNanosPerMillion: 400_000_000n,
      cachedInputNanosPerMillion: 100_000_000n,
      outputNanosPerMillion: 1_600_000_000n,
    },
    {
      aboveInputTokens: 272_000,
      inputNanosPerMillion: 800_000_000n,
      cachedInputNanosPerMillion: 200_000_000n,
      outputNanosPerMillion: 2_400_000_000n,
    },
  ],
  source: 'the page of the vendor, 22 Nov 2026',
};
const AMOUNTS = ['--input', '0.4', '--cached-input', '0.10', '--output', '1.60'];

describe('admin prices', () => {
  it('lists prices by band in dollars a million tokens, and where they are from', async () => {
    const { out } = await runCli(['admin', 'prices'], { queries: { 'prices.list': () => [PRICE] } });
    expect(out).toContain(
      'gpt-4.1-mini  2027-01-01  1 Jan 2027, 00:00 UTC                $0.40   $0.10   $1.60',
    );
    expect(out).toContain('> 272,000  $0.80   $0.20   $2.40');
    expect(out).toContain('Source: the page of the vendor, 22 Nov 2026');
  });

  it('adds a version with exact amounts, by band, from a day on', async () => {
    const asked: unknown[] = [];
    const add = (input: unknown) => {
      asked.push(input);
      return PRICE;
    };
    const more = ['--above', '272000:0.80/0.20/2.40', '--from', '2027-01-01', '--source', PRICE.source];
    const args = ['admin', 'prices', 'add', 'gpt-4.1-mini', ...AMOUNTS, ...more];
    const { exitCode } = await runCli(args, { mutations: { 'prices.add': add } });
    const { model, bands, source, effectiveAt } = PRICE;
    expect(exitCode).toBe(0);
    expect(asked).toEqual([{ model, bands, source, effectiveAt }]);
  });

  it.each([
    [[]],
    [['gpt-4.1-mini']],
    [['gpt-4.1-mini', ...AMOUNTS]],
    [['gpt-4.1-mini', ...AMOUNTS, '--source', 's', '--from', 'tomorrow']],
    [['gpt-4.1-mini', ...AMOUNTS, '--source', 's', '--from', '2027-02-31T00:00']],
    [['gpt-4.1-mini', ...AMOUNTS, '--source', 's', '--above', '272000:5/0.5']],
    [['gpt-4.1-mini', '--input', 'x', '--cached-input', '1', '--output', '1', '--source', 's']],
  ])('refuses %j before anything is sent', async (args) => {
    expect((await runCli(['admin', 'prices', 'add', ...args])).exitCode).toBe(2);
  });
});
