import { describe, expect, it } from 'vitest';
import { extractFixture } from '../../testing/read-fixture.ts';
import { textPage, writePdf } from '../../testing/write-pdf.ts';
import { extractText } from './extract-text.ts';

const text = (content: string) => new TextEncoder().encode(content);
const extract = (bytes: Uint8Array, name = 'resume.pdf') => extractText({ bytes, name });

describe('a file that cannot be used is refused with what to do about it', () => {
  const unusable: { kind: string; bytes: () => Uint8Array; code: string; message: RegExp }[] = [
    {
      kind: 'scanned',
      bytes: () => writePdf(['scan']),
      code: 'unreadable_document',
      message: /pictures but no text.*paste/,
    },
    {
      kind: 'locked',
      bytes: () => writePdf([textPage(['Ada'])], { password: 'secret' }),
      code: 'unreadable_document',
      message: /locked with a password. Save a copy/,
    },
    {
      kind: 'broken',
      bytes: () => text('%PDF-1.7\nnothing of a PDF follows'),
      code: 'unreadable_document',
      message: /broken.*Export it again/,
    },
    { kind: 'empty', bytes: () => new Uint8Array(), code: 'bad_input', message: /empty. Choose/ },
    { kind: 'blank', bytes: () => text(' \n\t\n '), code: 'bad_input', message: /no text in it. Choose/ },
    {
      kind: 'of 11 MB',
      bytes: () => new Uint8Array(11 * 1024 * 1024).fill(65),
      code: 'too_large',
      message: /11 MB; at most 10 MB/,
    },
    {
      kind: 'of 60 pages',
      bytes: () => writePdf(Array.from({ length: 60 }, () => textPage(['Ada Lovelace']))),
      code: 'too_large',
      message: /60 pages; at most 20/,
    },
    {
      kind: '100 kB of one letter',
      bytes: () => text('a'.repeat(100_000)),
      code: 'bad_input',
      message: /does not read like a text/,
    },
    {
      kind: 'one endless word',
      bytes: () => text('ab'.repeat(50_000)),
      code: 'bad_input',
      message: /does not read like a text/,
    },
    {
      kind: 'mostly signs',
      bytes: () => text('%$ #@! 1234 '.repeat(100)),
      code: 'bad_input',
      message: /does not read like a text/,
    },
    {
      kind: 'of 80,000 characters',
      bytes: () => text('An honest sentence. '.repeat(4_000)),
      code: 'too_large',
      message: /more than 60,000 characters/,
    },
    {
      kind: 'a picture',
      bytes: () => new Uint8Array(Buffer.from(`89504e470d0a1a0a0000000d49484452${'00'.repeat(17)}`, 'hex')),
      code: 'bad_input',
      message: /PNG file. Save the resume as PDF/,
    },
    {
      kind: 'binary',
      bytes: () => new Uint8Array([1, 0, 2, 0, 3, 0, 4, 5]),
      code: 'bad_input',
      message: /cannot be read. Save/,
    },
  ];

  it.each(unusable)('a file that is $kind', async ({ bytes, code, message }) => {
    await expect(extract(bytes())).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });
});

describe('a file is told by its content', () => {
  it('reads a PDF under any name', async () => {
    const bytes = writePdf([textPage(['Ada Lovelace', 'Mathematician'])]);
    expect(await extract(bytes, 'resume.txt')).toEqual({
      text: 'Ada Lovelace\nMathematician',
      pages: 1,
      mediaType: 'application/pdf',
    });
  });

  it('reads plain text in UTF-8, UTF-16 and Windows-1252', async () => {
    const utf16 = new Uint8Array(Buffer.from('\uFEFFZoë Şahin', 'utf16le'));
    const latin = new Uint8Array(Buffer.from('Zoë Muñoz', 'latin1'));
    expect(await extract(text('Zoë Şahin'))).toMatchObject({ text: 'Zoë Şahin', mediaType: 'text/plain' });
    expect(await extract(utf16)).toMatchObject({ text: 'Zoë Şahin' });
    expect(await extract(latin)).toMatchObject({ text: 'Zoë Muñoz' });
  });

  it('knows a JSON Resume file', async () => {
    const extracted = await extractFixture('complete-resume.json');
    expect(extracted.mediaType).toBe('application/json');
    expect(JSON.parse(extracted.text)).toHaveProperty('basics.name', 'Jane Developer');
  });

  it('leaves the bytes it was given untouched', async () => {
    const bytes = writePdf([textPage(['Ada Lovelace'])]);
    const before = bytes.slice();
    await extract(bytes);
    expect(bytes).toEqual(before);
  });
});

describe('the text keeps the reading order', () => {
  it('puts place and dates drawn after the points back beside their entry', async () => {
    const page = {
      lines: [
        { text: 'Acme, Engineer', x: 50, y: 700 },
        { text: '- Built things', x: 60, y: 686 },
        { text: '- Broke none', x: 60, y: 672 },
        { text: 'Berlin, Germany', x: 450, y: 700 },
        { text: '2019 - 2021', x: 450, y: 686 },
        { text: 'Initech, Intern', x: 50, y: 640 },
      ],
    };
    const { text: lines } = await extract(writePdf([page]));
    expect(lines.split('\n')).toEqual([
      'Acme, Engineer\tBerlin, Germany',
      '2019 - 2021',
      '- Built things',
      '- Broke none',
      '',
      'Initech, Intern',
    ]);
  });

  it('reads a title first that is drawn last', async () => {
    const { text: lines } = await extractFixture('rm_modern_two.pdf');
    expect(lines.split('\n')[0]).toBe('John Doe');
  });

  it('makes words whole that were broken at the end of a line', async () => {
    const { text: lines } = await extractFixture('rendercv_classic.pdf');
    expect(lines).toContain('top 5% of submissions)');
    expect(lines).toContain('low-resource language modeling');
    expect(lines).not.toMatch(/[\uE000-\uF8FF\u00AD]/);
  });
});
