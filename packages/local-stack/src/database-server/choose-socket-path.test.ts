import { rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseSocketPath } from './choose-socket-path.ts';

describe('chooseSocketPath', () => {
  it('stays in the folder where the path fits into a socket’s address', async () => {
    expect(await chooseSocketPath('/srv/app')).toBe('/srv/app/server.sock');
  });

  it.each(['/deep'.repeat(20), `/${'é'.repeat(48)}`])(
    'leaves %s for a short, private folder',
    async (folder) => {
      const path = await chooseSocketPath(folder);
      expect(Buffer.byteLength(path)).toBeLessThanOrEqual(103);
      expect((await stat(dirname(path))).mode & 0o777).toBe(0o700);
      await rm(dirname(path), { recursive: true });
    },
  );
});
