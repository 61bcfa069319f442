import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { confirm } from './confirm.ts';

describe('confirm', () => {
  it.each([
    ['y\n', true],
    ['Yes\r\n', true],
    ['\n', false],
    ['no\ny\n', false],
    ['yesterday\n', false],
    ['', false],
  ])('takes %j for %s', async (typed, isYes) => {
    let shown = '';
    const err = { write: (text: string) => void (shown += text), columns: 80, isColored: false };
    expect(await confirm(Readable.from([typed]), err, 'Go on?')).toBe(isYes);
    expect(shown).toBe('Go on? [y/N] ');
  });
});
