import { createClient } from '@resumint/client';
import { Refusal } from '@resumint/client/testing';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from './commands.ts';
import { EXIT, EXIT_OF_ERROR } from './exit-codes.ts';
import type { SignInStore } from './io.ts';
import { run } from './run.ts';
import { runCli } from './testing/run-cli.ts';

describe('run', () => {
  it.each(Object.entries(EXIT_OF_ERROR))(
    'exits after %s with %i, and tells the code',
    async (code, exitCode) => {
      const refused = await runCli(['resumes', '--json'], {
        queries: {
          'resumes.list': () => {
            throw new Refusal(code, 'Refused.');
          },
        },
      });
      expect(refused.exitCode).toBe(exitCode);
      expect(JSON.parse(refused.err)).toEqual({ error: { code, message: 'Refused.' } });
    },
  );

  it('tells that no server is there', async () => {
    const client = createClient({
      url: 'http://127.0.0.1:3000',
      fetch: () => Promise.reject(new TypeError('fetch failed')),
    });
    const { exitCode, err } = await runCli(['resumes'], {}, { client });
    expect(exitCode).toBe(EXIT.unavailable);
    expect(err).toContain('http://127.0.0.1:3000');
  });

  it('exits with 1 when the server fails in a way that nobody foresaw', async () => {
    const { exitCode } = await runCli(['resumes'], {
      queries: {
        'resumes.list': () => {
          throw new Error('unforeseen');
        },
      },
    });
    expect(exitCode).toBe(EXIT.unexpected);
  });

  it('hints at how to sign in', async () => {
    const { exitCode, err } = await runCli(['resumes'], {
      queries: {
        'resumes.list': () => {
          throw new Refusal('unauthenticated', 'Please sign in.');
        },
      },
    });
    expect([exitCode, err]).toEqual([4, 'Please sign in.\nTo sign in: npm run -s cli -- sign-in EMAIL\n']);
  });

  it('names the flags there are when one is unknown', async () => {
    const { exitCode, err, out } = await runCli(['resumes', '--bogus']);
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toContain("Unknown option '--bogus'. resumes takes --limit, --cursor, --json.");
  });

  it.each([
    ['parse', 'a FILE or a DOCUMENT_ID'],
    ['summarize', 'a RESUME_ID'],
    ['sign-in', 'an EMAIL'],
  ])('names what %s needs', async (name, needed) => {
    const { exitCode, err } = await runCli([name]);
    expect([exitCode, err]).toEqual([
      2,
      `${name} needs ${needed}. See "npm run -s cli -- ${name} --help".\n`,
    ]);
  });

  it('wraps what the server says at the width of the terminal', async () => {
    let told = '';
    const err = { write: (text: string) => void (told += text), columns: 40, isColored: false };
    const open = async () => {
      throw new Error('You are granted 10,000 tokens per day. Lower it to that or less.');
    };
    await run({ out: err, err, open }, ['limits']);
    expect(told).toBe('You are granted 10,000 tokens per day.\nLower it to that or less.\n');
  });

  it('tells in the zone of this machine when to try again', async () => {
    const { err } = await runCli(['sign-in', 'ada@example.com'], {
      mutations: {
        'account.signIn': () => {
          const retryAt = new Date('2026-03-17T23:00:00Z');
          throw new Refusal('too_many_attempts', 'Too many attempts.', { retryAt });
        },
      },
    });
    expect(err).toBe('Too many attempts.\nTry again after 18 Mar 2026, 00:00 Europe/Berlin.\n');
  });

  it.each([[[]], [['bogus']], [['--json']]])('refuses %j and names the commands there are', async (args) => {
    const { exitCode, err } = await runCli(args);
    expect(exitCode).toBe(2);
    expect(err).toContain('limits restore');
  });

  it.each(COMMANDS.map(({ spec }) => spec))('has help for $name, with its flags', async (spec) => {
    const { exitCode, out } = await runCli([...spec.name.split(' '), '--help']);
    expect(exitCode).toBe(0);
    for (const flag of Object.keys(spec.options)) expect(out).toContain(`--${flag}`);
  });

  it('gives help where no server or sign-in can be found', async () => {
    let out = '';
    const screen = { write: (text: string) => void (out += text), columns: 80, isColored: false };
    const open = () => Promise.reject(new Error('damaged'));
    expect(await run({ out: screen, err: screen, open }, ['--help'])).toBe(0);
    expect(out).toContain('RESUMINT_URL');
    expect(out).toContain('3    refused by a limit');
  });
});

describe('sign-in and sign-out', () => {
  function storeOf(source: SignInStore['source']) {
    const done: unknown[] = [];
    const signIn: SignInStore = {
      source,
      save: async (session) => void done.push(session),
      forget: async () => void done.push('forgotten'),
    };
    return { done, signIn };
  }
  const session = (input: unknown) => ({
    input,
    token: 'secret',
    expiresAt: new Date(0),
    identity: { userId: 'usr_1' },
  });

  it('keeps the session, and shows neither password nor token', async () => {
    const { done, signIn } = storeOf(null);
    const answers = { mutations: { 'account.signIn': session } };
    const { exitCode, out, err } = await runCli(['sign-in', 'ada@example.com'], answers, { signIn });
    expect(exitCode).toBe(0);
    expect(done).toEqual([{ email: 'ada@example.com', token: 'secret' }]);
    expect(out + err).not.toMatch(/secret|correct horse/);
  });

  it('forgets a session that has ended already', async () => {
    const { done, signIn } = storeOf('saved');
    const signOut = () => {
      throw new Refusal('unauthenticated', 'Please sign in.');
    };
    const { exitCode } = await runCli(
      ['sign-out'],
      { mutations: { 'account.signOut': signOut } },
      { signIn },
    );
    expect([exitCode, done]).toEqual([0, ['forgotten']]);
  });

  it.each([
    ['environment' as const, 2],
    ['local' as const, 4],
    [null, 4],
  ])('does not end a session of %s, which it did not begin', async (source, expected) => {
    const { done, signIn } = storeOf(source);
    const { exitCode } = await runCli(['sign-out'], {}, { signIn });
    expect([exitCode, done]).toEqual([expected, []]);
  });
});
