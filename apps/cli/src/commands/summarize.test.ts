import { Refusal } from '@resumint/client/testing';
import { describe, expect, it } from 'vitest';
import { DENIAL, RECEIPT } from '../testing/samples.ts';
import { runCli } from '../testing/run-cli.ts';

const receipt = { ...RECEIPT, operation: 'resume.summarize' };
const finished = { type: 'finished', result: { summary: 'One. Two.', leftOut: ['Three.'] }, receipt };

async function* whole() {
  yield { type: 'text', delta: 'One.' };
  yield { type: 'text', delta: ' Two.' };
  yield finished;
}

async function* replayed() {
  yield finished;
}

async function* failing() {
  yield { type: 'text', delta: 'One.' };
  const details = { retryable: true, operationId: 'op_1', charged: true };
  throw new Refusal('model_failed', 'The provider failed.', details);
}

async function* hanging(interrupt?: AbortController) {
  yield { type: 'text', delta: 'One.' };
  interrupt?.abort();
  await new Promise(() => {});
}

function keyOf(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'idempotencyKey' in input
    ? input.idempotencyKey
    : null;
}

describe('summarize', () => {
  it('writes the text alone to the standard output, and the charge beside it', async () => {
    const { out, err, exitCode } = await runCli(['summarize', 'res_1'], {
      mutations: { 'ai.summarize': whole },
    });
    expect([exitCode, out]).toEqual([0, 'One. Two.\n']);
    expect(err).toContain('Three.');
    expect(err).toContain('Charged  $0.0042 for 1,340 tokens');
  });

  it('prints JSON only when all is there', async () => {
    const { out } = await runCli(['summarize', 'res_1', '--json'], {
      mutations: { 'ai.summarize': whole },
    });
    expect(JSON.parse(out)).toMatchObject({
      summary: 'One. Two.',
      leftOut: ['Three.'],
      receipt: { operationId: 'op_1' },
    });
  });

  it('does not tell a refused person to read a file by rules', async () => {
    const { err, exitCode } = await runCli(['summarize', 'res_1'], {
      mutations: {
        'ai.summarize': () => {
          throw new Refusal('limit_reached', 'No room.', { denial: DENIAL });
        },
      },
    });
    expect(exitCode).toBe(3);
    expect(err).toContain('You can    go on without AI: everything that needs none still works\n');
    expect(err).not.toContain('--free');
  });

  it('shows the answer to a key that was used before', async () => {
    const { out } = await runCli(['summarize', 'res_1', '--key', 'used-before'], {
      mutations: { 'ai.summarize': replayed },
    });
    expect(out).toBe('One. Two.\n');
  });

  it('tells that the model failed after a part had come', async () => {
    const { out, err, exitCode } = await runCli(['summarize', 'res_1'], {
      mutations: { 'ai.summarize': failing },
    });
    expect([exitCode, out]).toEqual([6, 'One.\n']);
    expect(err).toContain('Its receipt is op_1.');
  });

  /** Interrupts once text was written; what is found then at each look, null where there is no receipt. */
  const interrupt = async (args: string[], looks: unknown[]) => {
    const controller = new AbortController();
    const pending = [...looks];
    const keys: unknown[] = [];
    const found = (input: unknown) => {
      keys.push(keyOf(input));
      const look = pending.length > 1 ? pending.shift() : pending[0];
      if (look === null) throw new Refusal('not_found', 'There is no such receipt among yours.');
      return look;
    };
    let out = '';
    const write = (text: string) => {
      out += text;
      controller.abort();
    };
    const isJson = args.includes('--json');
    const { err, exitCode } = await runCli(
      args,
      {
        queries: { 'usage.receipt': found },
        mutations: {
          'ai.summarize': (input) => {
            keys.push(keyOf(input));
            return isJson ? hanging(controller) : hanging();
          },
        },
      },
      { interrupted: () => controller.signal, out: { write, columns: 80, isColored: false } },
    );
    return { err, exitCode, out, keys };
  };
  const running = { ...receipt, status: 'held', outcome: null, tokens: null };
  const stopped = { ...receipt, outcome: 'stopped', isEstimated: true };

  it('shows what was charged when Ctrl-C stops it, once the call has ended', async () => {
    const { out, err, exitCode } = await interrupt(['summarize', 'res_1'], [null, running, stopped]);
    expect([exitCode, out]).toEqual([130, 'One.\n']);
    expect(err).toContain('Stopped.\nReceipt  op_1');
    expect(err).toContain(
      'Charged  $0.0042 for 1,340 tokens, an estimate until the provider reports the true usage',
    );
  });

  it('tells programs the receipt of a call that was stopped', async () => {
    const { err, out } = await interrupt(['summarize', 'res_1', '--json'], [stopped]);
    expect(out).toBe('');
    expect(JSON.parse(err)).toMatchObject({
      error: { code: 'stopped', receipt: { operationId: 'op_1', outcome: 'stopped', costNanos: 4200000 } },
    });
  });

  it.each([
    ['one of its own', [], expect.any(String)],
    ['the one given', ['--key', 'my-own-key'], 'my-own-key'],
  ])('finds the receipt by the key that the call was sent with: %s', async (_, options, idempotencyKey) => {
    const { keys } = await interrupt(['summarize', 'res_1', ...options], [stopped]);
    expect(keys).toEqual([idempotencyKey, keys[0]]);
  });

  it('says so when the call had not begun', async () => {
    const { err, exitCode } = await interrupt(['summarize', 'res_1'], [null]);
    expect(exitCode).toBe(130);
    expect(err).toContain('no receipt was found');
  });

  it('tells a call that does not end in time as it is', async () => {
    const { err } = await interrupt(['summarize', 'res_1'], [running]);
    expect(err).toContain('so far: the call still runs');
  });
});
