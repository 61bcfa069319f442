import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { AppError } from '@resumint/errors';
import { z } from 'zod';
import { PdfReading, type PdfRequest } from './pdf-messages.ts';
import { withinPool } from './reading-pool.ts';

const HEAP_MB_MAX = 512;

/**
 * Reads a PDF in a thread of its own, which ends at the deadline whatever the file makes it do: a few kilobytes
 * can unpack to gigabytes and hold the thread that reads them for minutes.
 */
export function readPdfInWorker(
  request: PdfRequest,
  timeoutMs: number,
): Promise<{ text: string; pages: number }> {
  return withinPool(() => readInWorker(request, timeoutMs));
}

async function readInWorker(
  request: PdfRequest,
  timeoutMs: number,
): Promise<{ text: string; pages: number }> {
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB_MAX },
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const [reading] = z.tuple([PdfReading]).parse(await once(worker, 'message', { signal }));
    return textOf(reading, request.pagesMax);
  } catch (error) {
    throw error instanceof AppError ? error : gaveUp(error, signal.aborted);
  } finally {
    await worker.terminate();
  }
}

function textOf(reading: PdfReading, pagesMax: number): { text: string; pages: number } {
  if (reading.kind === 'read') return { text: reading.text, pages: reading.pages };
  if (reading.kind === 'tooManyPages') {
    throw new AppError(
      'too_large',
      `This PDF has ${reading.pages} pages; at most ${pagesMax} can be read. Save only the pages of the resume.`,
    );
  }
  throw new AppError(
    'unreadable_document',
    reading.kind === 'locked'
      ? 'This PDF is locked with a password. Save a copy without the password and try again.'
      : 'This PDF is broken and cannot be read. Export it again, or paste the text of the resume.',
    { cause: reading.reason },
  );
}

function gaveUp(cause: unknown, isLate: boolean): AppError<'unreadable_document'> {
  const why = isLate ? 'takes too long to read' : 'needs too much memory to read';
  return new AppError(
    'unreadable_document',
    `This PDF ${why}. Export it again from the program it was written in, or paste the text.`,
    { cause },
  );
}
