import { expect, it } from 'vitest';
import { textPage, writePdf } from '../../testing/write-pdf.ts';
import { readPdfInWorker } from './read-pdf-in-worker.ts';

const limits = { pagesMax: 20, charactersMax: 1_000 };

it('a file that would take minutes is given up at the deadline', async () => {
  const endless = 'q Q\n'.repeat(5_000_000);
  const bytes = writePdf([{ content: endless }], { isPacked: true });
  await expect(readPdfInWorker({ bytes, ...limits }, 500)).rejects.toMatchObject({
    code: 'unreadable_document',
    message: expect.stringContaining('takes too long'),
  });
});

it('reading stops at the page that goes beyond the limit of characters', async () => {
  const bytes = writePdf(Array.from({ length: 10 }, () => textPage(['A line of text. '.repeat(40)])));
  const { text, pages } = await readPdfInWorker({ bytes, ...limits }, 20_000);
  expect(pages).toBe(10);
  expect(text.length).toBeLessThan(2_000);
});
