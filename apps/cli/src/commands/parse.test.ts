import { Refusal } from '@resumint/client/testing';
import { describe, expect, it } from 'vitest';
import { DENIAL, LIMITS, RECEIPT } from '../testing/samples.ts';
import { runCli } from '../testing/run-cli.ts';

const RESUME = {
  basics: { name: 'Ada Lovelace' },
  work: [{ name: 'Engine', position: 'Analyst', startDate: '1842' }],
};
const upload = () => ({ documentId: 'doc_1' });
const parseResume = () => ({ resume: RESUME, unplaced: ['a stray line'], receipt: RECEIPT });

describe('parse', () => {
  it('prints exactly the resume, what was not placed, and the receipt, to the last digit', async () => {
    const { out, exitCode } = await runCli(['parse', 'ada.txt', '--json'], {
      mutations: { 'documents.upload': upload, 'ai.parseResume': parseResume },
    });
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toEqual({
      resume: RESUME,
      unplaced: ['a stray line'],
      receipt: {
        operationId: 'op_1',
        operation: 'resume.parse',
        model: 'gpt-4.1-mini',
        priceVersion: 'openai@1',
        status: 'settled',
        outcome: 'completed',
        tokens: { input: 1000, cachedInput: 200, output: 340, reasoning: 0, total: 1340 },
        costNanos: 4200000,
        held: { tokens: 3000, costNanos: expect.any(Number) },
        overrun: { tokens: 0, costNanos: 0 },
        exceeded: null,
        isEstimated: false,
        isCorrected: false,
        startedAt: '2026-03-17T08:00:00.000Z',
        endedAt: '2026-03-17T08:00:02.500Z',
        answeredFrom: null,
        day: {
          startsAt: '2026-03-16T23:00:00.000Z',
          resetsAt: '2026-03-17T23:00:00.000Z',
          tokens: { limit: 10000, used: 8340, held: 1000, remaining: 660, percentUsed: 83.4 },
          cost: {
            limitNanos: Number(2n ** 60n),
            usedNanos: expect.any(Number),
            heldNanos: 0,
            remainingNanos: expect.any(Number),
            percentUsed: 0.7,
          },
        },
        month: expect.objectContaining({ resetsAt: '2026-03-31T22:00:00.000Z' }),
      },
    });
    expect(out).toContain('"costNanos": 9007199254740993\n');
    expect(out).toContain('"usedNanos": 9007199254740993,');
  });

  it('uploads the file under its name, and asks with the model and key given', async () => {
    const asked: unknown[] = [];
    await runCli(['parse', 'ada.txt', '--model', 'gpt-4.1', '--key', 'my-own-key'], {
      mutations: {
        'documents.upload': async (form) => {
          const file = form instanceof FormData ? form.get('file') : null;
          asked.push(file instanceof File && [file.name, await file.text()]);
          return upload();
        },
        'ai.parseResume': (input) => {
          asked.push(input);
          return parseResume();
        },
      },
    });
    expect(asked).toEqual([
      ['ada.txt', 'Ada Lovelace'],
      { documentId: 'doc_1', model: 'gpt-4.1', idempotencyKey: 'my-own-key' },
    ]);
  });

  it('takes the id of a document in place of a file', async () => {
    const asked: unknown[] = [];
    const { exitCode } = await runCli(['parse', 'doc_7'], {
      mutations: {
        'ai.parseResume': (input) => {
          asked.push(input);
          return parseResume();
        },
      },
    });
    expect([exitCode, asked]).toEqual([0, [{ documentId: 'doc_7', idempotencyKey: expect.any(String) }]]);
  });

  it('calls no model when free', async () => {
    const { out, exitCode } = await runCli(['parse', 'ada.txt', '--free', '--json'], {
      mutations: { 'documents.upload': upload },
      queries: { 'documents.parse': () => ({ resume: RESUME, unplaced: [] }) },
    });
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toEqual({ resume: RESUME, unplaced: [], receipt: null });
  });

  it('shows people the resume, the charge and what is left', async () => {
    const { out } = await runCli(['parse', 'ada.txt'], {
      mutations: { 'documents.upload': upload, 'ai.parseResume': parseResume },
    });
    expect(out).toContain('Analyst · Engine · 1842 – now');
    expect(out).toContain('a stray line');
    expect(out).toContain('Charged  $0.0042 for 1,340 tokens\n');
    expect(out).toContain('3,000 tokens while it ran; the rest was given back\n');
    expect(out).toContain('Day      660 tokens and');
    expect(out).toContain('resets 18 Mar 2026, 00:00 Europe/Berlin');
  });

  it('says from which earlier call it was answered, and asks the model when it is to', async () => {
    const answeredFrom = { operationId: 'op_0', startedAt: new Date('2026-03-17T09:41:00Z') };
    const asked: unknown[] = [];
    const mutations = {
      'ai.parseResume': (input: unknown) => {
        asked.push(input);
        return { ...parseResume(), receipt: { ...RECEIPT, answeredFrom } };
      },
    };
    const { out } = await runCli(['parse', 'doc_7'], { mutations });
    expect(out).toContain('Answered from your call of 17 Mar 2026, 10:41 Europe/Berlin, op_0\n');
    expect(out).toContain('Charged  nothing');
    expect(out).toContain('Day      660 tokens and');
    await runCli(['parse', 'doc_7', '--fresh'], { mutations });
    expect(asked).toMatchObject([{ documentId: 'doc_7' }, { documentId: 'doc_7', fresh: true }]);
  });

  it('saves what was read', async () => {
    const saved: unknown[] = [];
    const { out } = await runCli(['parse', 'ada.txt', '--save', 'Ada', '--json'], {
      mutations: {
        'documents.upload': upload,
        'ai.parseResume': parseResume,
        'resumes.save': (input) => {
          saved.push(input);
          return { resumeId: 'res_1' };
        },
      },
    });
    expect(saved).toEqual([{ title: 'Ada', content: RESUME, documentId: 'doc_1' }]);
    expect(JSON.parse(out)).toMatchObject({ resume: RESUME, resumeId: 'res_1' });
  });

  it('gives what was paid for even when it cannot be saved', async () => {
    const { out, exitCode } = await runCli(['parse', 'ada.txt', '--save', 'Ada', '--json'], {
      mutations: {
        'documents.upload': upload,
        'ai.parseResume': parseResume,
        'resumes.save': () => {
          throw new Refusal('bad_input', 'No such title.');
        },
      },
    });
    expect(exitCode).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ resume: RESUME, receipt: { operationId: 'op_1' } });
  });

  it('quotes without calling, and tells by the exit code that it would be refused', async () => {
    const quote = {
      operation: 'resume.parse',
      model: 'gpt-4.1-mini',
      priceVersion: 'openai@1',
      maxOutputTokens: 2_000,
      expected: { tokens: 1_300, costNanos: 4_000_000n },
      basis: 'history',
      n: 4,
      exceeds: 'tokensPerDay',
      atMost: { tokens: 3_000, costNanos: 11_000_000n },
      effects: [
        { limit: 'tokensPerDay', percentBefore: 61, percentExpected: 63, percentAtMost: 91 },
        { limit: 'costPerDay', percentBefore: 0, percentExpected: 0, percentAtMost: 0.2 },
      ],
      denial: null,
    };
    const mutations = { 'documents.upload': upload };
    const admitted = await runCli(['parse', 'ada.txt', '--quote'], {
      mutations,
      queries: { 'ai.quote': () => quote },
    });
    expect(admitted.exitCode).toBe(0);
    expect(admitted.out).toContain('At most   $0.011, 3,000 tokens');
    expect(admitted.out).toContain('Expected  $0.004, 1,300 tokens, as your last 4 calls of this kind took');
    expect(admitted.out).toContain('It goes past your limit of tokens per day. It would be made');
    expect(admitted.out).toContain('  cost per day      <0.1 % → <0.1 %, at most  0.2 %');
    const refused = await runCli(['parse', 'ada.txt', '--quote', '--json'], {
      mutations,
      queries: { 'ai.quote': () => ({ ...quote, denial: DENIAL }) },
    });
    expect(refused.exitCode).toBe(3);
    expect(JSON.parse(refused.out)).toMatchObject({ denial: { limit: 'tokensPerDay', remaining: 660 } });
  });

  const refusedByLimit = {
    mutations: {
      'documents.upload': upload,
      'ai.parseResume': () => {
        throw new Refusal('limit_reached', 'No room until 2026-03-17T23:00:00.000Z.', { denial: DENIAL });
      },
    },
  };

  it('tells people which limit refused, by what numbers, until when, and the ways on', async () => {
    const { err, out, exitCode } = await runCli(['parse', 'ada.txt'], refusedByLimit);
    expect([exitCode, out]).toEqual([3, '']);
    expect(err.split('\n')).toEqual([
      'Refused by your limit of tokens per day. Nothing was spent.',
      '',
      'Limit      tokens per day: 10,000',
      'Used       8,340',
      'Held       1,000 by calls that are running',
      'Left       660',
      'Asked for  3,000, the most that this call could take',
      'Resets     18 Mar 2026, 00:00 Europe/Berlin',
      'You can    wait until 18 Mar 2026, 00:00 Europe/Berlin',
      'You can    go on without AI: "npm run -s cli -- parse FILE --free" costs nothing',
      '',
    ]);
  });

  it('tells what to type for each way through', async () => {
    const waysThrough = [
      { kind: 'smallerOutput', maxOutputTokens: 1_200 },
      { kind: 'cheaperModel', model: 'gpt-4.1-nano' },
      { kind: 'plan', plan: 'basic@1', pricePerMonthNanos: 9_000_000_000n },
      { kind: 'withoutAi' },
    ];
    const refused = () => {
      throw new Refusal('limit_reached', 'No room.', { denial: { ...DENIAL, waysThrough } });
    };
    const mutations = { 'ai.parseResume': refused };
    const { err } = await runCli(['parse', 'doc_1'], { mutations });
    expect(err.split('\n').filter((line) => line.startsWith('You can'))).toEqual([
      'You can    allow a shorter answer, of at most 1,200 tokens: "npm run -s cli -- parse FILE --max-output 1200"',
      'You can    use the cheaper model gpt-4.1-nano: "npm run -s cli -- parse FILE --model gpt-4.1-nano"',
      'You can    have room for it on the plan Basic, which is $9.00 a month; an admin moves you there: "npm run -s cli -- admin plan EMAIL basic@1"',
      'You can    go on without AI: "npm run -s cli -- parse FILE --free" costs nothing',
    ]);
  });

  it('asks for no longer an answer than it is told to', async () => {
    const asked: unknown[] = [];
    const answer = (input: unknown) => {
      asked.push(input);
      return parseResume();
    };
    const args = ['parse', 'doc_1', '--max-output', '1,200', '--key', 'ada-2026'];
    await runCli(args, { mutations: { 'ai.parseResume': answer } });
    expect(asked).toEqual([{ documentId: 'doc_1', maxOutputTokens: 1_200, idempotencyKey: 'ada-2026' }]);
  });

  it.each([
    ['suggests to restore a limit of their own', { reason: 'user', granted: 10_000n }, true],
    ['does not where the grant would not do either', { reason: 'user', granted: 2_999n }, false],
    ['does not where the plan sets it', { reason: 'plan', granted: 20n }, false],
  ])('tells people that time does not help, and %s', async (_name, limit, isSuggested) => {
    const denial = { ...DENIAL, allowed: 20n, resetsAt: null, waysThrough: [{ kind: 'withoutAi' }] };
    const limits = { ...LIMITS, limits: { ...LIMITS.limits, tokensPerDay: { value: 20n, ...limit } } };
    const { err, exitCode } = await runCli(['parse', 'doc_1'], {
      queries: { 'limits.get': () => limits },
      mutations: {
        'ai.parseResume': () => {
          throw new Refusal('not_granted', 'This call needs more.', { denial });
        },
      },
    });
    const restore =
      'You can    take your own lower limit away: "npm run -s cli -- limits restore tokens-per-day"';
    expect(exitCode).toBe(3);
    expect(err.split('\n').slice(7)).toEqual([
      'Waiting    does not help: time alone does not make room',
      'You can    ask for less, with a smaller document or resume',
      ...(isSuggested ? [restore] : []),
      'You can    go on without AI: "npm run -s cli -- parse FILE --free" costs nothing',
      '',
    ]);
  });

  it('tells a refusal even when the server is gone right after', async () => {
    const denial = { ...DENIAL, resetsAt: null };
    const { err, exitCode } = await runCli(['parse', 'doc_1'], {
      mutations: {
        'ai.parseResume': () => {
          throw new Refusal('not_granted', 'This call needs more.', { denial });
        },
      },
    });
    expect(exitCode).toBe(3);
    expect(err).toContain('Waiting    does not help');
  });

  describe('a document in which rules find nothing', () => {
    const parseNothing = async (args: string[], answer: boolean | null, found: unknown = { work: [] }) => {
      const asked: string[] = [];
      let calls = 0;
      const answers = {
        queries: { 'documents.parse': () => ({ resume: found, unplaced: [] }) },
        mutations: {
          'ai.parseResume': () => {
            calls += 1;
            return parseResume();
          },
        },
      };
      const confirm = async (question: string) => {
        asked.push(question);
        return answer === true;
      };
      const { exitCode } = await runCli(['parse', 'doc_1', ...args], answers, {
        confirm: answer === null ? null : confirm,
      });
      return { exitCode, calls, questions: asked.length };
    };

    it('is not paid for when the answer is no', async () => {
      expect(await parseNothing([], false)).toEqual({ exitCode: 130, calls: 0, questions: 1 });
    });

    it('is read when the answer is yes', async () => {
      expect(await parseNothing([], true)).toEqual({ exitCode: 0, calls: 1, questions: 1 });
    });

    it.each([
      ['with --yes', ['--yes'], false],
      ['with --json', ['--json'], false],
      ['where nobody can be asked', [], null],
    ])('is read without a question %s', async (_name, args, answer) => {
      expect(await parseNothing(args, answer)).toEqual({ exitCode: 0, calls: 1, questions: 0 });
    });

    it.each([{ basics: { name: 'Ada' } }, { skills: [{ name: 'Mathematics' }] }])(
      'is not one with %j',
      async (found) => {
        expect(await parseNothing([], false, found)).toEqual({ exitCode: 0, calls: 1, questions: 0 });
      },
    );
  });

  it('tells programs the same on the standard error', async () => {
    const { err, out, exitCode } = await runCli(['parse', 'ada.txt', '--json'], refusedByLimit);
    expect([exitCode, out]).toEqual([3, '']);
    expect(JSON.parse(err)).toMatchObject({
      error: {
        code: 'limit_reached',
        message: 'No room until 2026-03-17T23:00:00.000Z.',
        denial: { limit: 'tokensPerDay', used: 8340, held: 1000, resetsAt: '2026-03-17T23:00:00.000Z' },
      },
    });
  });

  it.each([
    [['parse']],
    [['parse', 'a.txt', 'b.txt']],
    [['parse', '']],
    [['parse', 'a.txt', '--model', 'gpt-0']],
    [['parse', 'a.txt', '--key', 'short']],
    [['parse', 'a.txt', '--free', '--key', 'my-own-key']],
    [['parse', 'a.txt', '--free', '--fresh']],
    [['parse', 'a.txt', '--quote', '--save', 'Ada']],
    [['parse', 'a.txt', '--save']],
  ])('refuses %j before anything is sent', async (args) => {
    const { err, out, exitCode } = await runCli(args);
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).not.toBe('');
  });
});
