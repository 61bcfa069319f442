import { describe, expect, it } from 'vitest';
import { createDecoyHash, hashPassword, verifyPassword } from './hash-password.ts';

describe('hashPassword', () => {
  it('matches its own password and no other', async () => {
    const hash = await hashPassword('correct horse battery');
    expect(await verifyPassword('correct horse battery', hash)).toBe(true);
    expect(await verifyPassword('correct horse batterz', hash)).toBe(false);
  });

  it('carries its parameters and a salt of its own', async () => {
    const [first, second] = await Promise.all([hashPassword('same password'), hashPassword('same password')]);
    expect(first).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/);
    expect(first).not.toBe(second);
  });

  it('matches a password typed in another Unicode form', async () => {
    const hash = await hashPassword('caf\u00e9 au lait');
    expect(await verifyPassword('cafe\u0301 au lait', hash)).toBe(true);
  });

  it('verifies a hash that was made with other parameters', async () => {
    const vector =
      '$scrypt$ln=14,r=8,p=1$U29kaXVtQ2hsb3JpZGVTYWx0$cknzL2gxnGyECpSNQpVoPQ8dlgQwjSfFCY9WE/uKL1o';
    expect(await verifyPassword('not this password', vector)).toBe(false);
  });

  it('takes the work that is asked for, and tells it', async () => {
    const work = { costLog2: 10, blockSize: 8, parallelization: 1 };
    const hash = await hashPassword('correct horse battery', work);
    expect(hash).toMatch(/^\$scrypt\$ln=10,r=8,p=1\$/);
    expect(await verifyPassword('correct horse battery', hash)).toBe(true);
    expect(createDecoyHash(work)).toMatch(/^\$scrypt\$ln=10,r=8,p=1\$/);
  });

  it('has a decoy that no password matches', async () => {
    expect(await verifyPassword('correct horse battery', createDecoyHash())).toBe(false);
  });

  it.each(['', 'plain text', '$scrypt$ln=15,r=8,p=1$short$short', '$2b$10$abcdefghijklmnopqrstuv'])(
    'throws on a stored hash it cannot read: %s',
    async (hash) => {
      await expect(verifyPassword('any password', hash)).rejects.toThrow(TypeError);
    },
  );

  it('throws on a stored hash that would exhaust memory', async () => {
    const hash = createDecoyHash().replace('ln=15', 'ln=30');
    await expect(verifyPassword('any password', hash)).rejects.toThrow(RangeError);
  });
});
