import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findConnection } from './find-connection.ts';
import { readPassword, type PasswordInput } from './read-password.ts';
import { readSignIn, writeSignIn } from './saved-sign-ins.ts';

const HOME = 'http://127.0.0.1:3000';
const AWAY = 'https://resumint.example';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'resumint-cli-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('saved sign-ins', () => {
  it('are kept by address, in a file that only its owner can read', async () => {
    const path = join(folder, 'config', 'cli.json');
    await writeSignIn(path, HOME, { email: 'ada@example.com', token: 'one' });
    await writeSignIn(path, AWAY, { email: 'ada@example.com', token: 'two' });
    expect(await readSignIn(path, HOME)).toEqual({ email: 'ada@example.com', token: 'one' });
    expect(await readSignIn(path, AWAY)).toEqual({ email: 'ada@example.com', token: 'two' });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'config'))).toEqual(['cli.json']);
  });

  it('are forgotten one by one', async () => {
    const path = join(folder, 'cli.json');
    await writeSignIn(path, HOME, { email: 'ada@example.com', token: 'one' });
    await writeSignIn(path, AWAY, { email: 'ada@example.com', token: 'two' });
    await writeSignIn(path, HOME, null);
    expect(await readSignIn(path, HOME)).toBeNull();
    expect(await readSignIn(path, AWAY)).not.toBeNull();
  });

  it.each(['not json', '[]', '{}', 'null ', '{"signIns":null}'])('tell a damaged file: %s', async (text) => {
    const path = join(folder, 'cli.json');
    await writeFile(path, text);
    await expect(writeSignIn(path, HOME, { email: 'a', token: 'b' })).rejects.toThrow(path);
  });
});

describe('findConnection', () => {
  const find = (given: { url?: string; token?: string } = {}) =>
    findConnection({
      url: given.url,
      token: given.token,
      savedPath: join(folder, 'saved.json'),
      localPath: join(folder, 'local.json'),
    });

  it('takes what npm start left when nothing else is set', async () => {
    await writeFile(join(folder, 'local.json'), JSON.stringify({ url: `${HOME}/`, token: 'local' }));
    expect(await find()).toEqual({ url: HOME, token: 'local', source: 'local' });
  });

  it('prefers a saved sign-in to it, and the environment to both', async () => {
    await writeFile(join(folder, 'local.json'), JSON.stringify({ url: HOME, token: 'local' }));
    await writeSignIn(join(folder, 'saved.json'), HOME, { email: 'ada@example.com', token: 'saved' });
    expect(await find()).toEqual({ url: HOME, token: 'saved', source: 'saved' });
    expect(await find({ token: 'env' })).toEqual({ url: HOME, token: 'env', source: 'environment' });
  });

  it('sends no token to an address that it is not for', async () => {
    await writeFile(join(folder, 'local.json'), JSON.stringify({ url: HOME, token: 'local' }));
    await writeSignIn(join(folder, 'saved.json'), HOME, { email: 'ada@example.com', token: 'saved' });
    expect(await find({ url: AWAY })).toEqual({ url: AWAY, token: undefined, source: null });
  });

  it.each(['nonsense', 'ftp://host', 'file:///etc'])('refuses %s as an address', async (url) => {
    await expect(find({ url })).rejects.toThrow('no address');
  });
});

describe('readPassword', () => {
  const shown: string[] = [];
  const err = { write: (text: string) => void shown.push(text), columns: 80, isColored: false };
  beforeEach(() => shown.splice(0));

  const terminal = (...keys: string[]) => {
    const modes: boolean[] = [];
    const setRawMode = (isRaw: boolean) => void modes.push(isRaw);
    const input: PasswordInput = Object.assign(Readable.from(keys), { isTTY: true, setRawMode });
    return { input, modes };
  };

  it('takes what is typed until Enter, shows none of it, and leaves the terminal as it was', async () => {
    const { input, modes } = terminal('hun', 'tex', '\u007F', 'r2', '\r');
    expect(await readPassword(input, err, 'prompt')).toBe('hunter2');
    expect(shown).toEqual(['Password: ', '\n']);
    expect(modes).toEqual([true, false]);
  });

  it('is stopped by Ctrl-C', async () => {
    const { input, modes } = terminal('hun', '\u0003');
    await expect(readPassword(input, err, 'prompt')).rejects.toMatchObject({ code: 'stopped' });
    expect(modes).toEqual([true, false]);
  });

  it('reads the first line of a pipe, whatever pieces it comes in', async () => {
    const pieces = [
      Buffer.from('pässword').subarray(0, 2),
      Buffer.from('pässword').subarray(2),
      Buffer.from('\r\nmore'),
    ];
    expect(await readPassword(Readable.from(pieces), err, 'prompt')).toBe('pässword');
    expect(shown).toEqual([]);
  });

  it('reads a pipe that has no end of line', async () => {
    expect(await readPassword(Readable.from(['secret']), err, 'stdin')).toBe('secret');
  });

  it('refuses none, and more than a password has', async () => {
    await expect(readPassword(Readable.from(['\n']), err, 'stdin')).rejects.toThrow('No password');
    await expect(readPassword(Readable.from(['x'.repeat(2_000)]), err, 'stdin')).rejects.toThrow('at most');
  });
});
