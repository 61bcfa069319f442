import { parentPort, workerData } from 'node:worker_threads';
import { PdfRequest } from './pdf-messages.ts';
import { readPdf } from './read-pdf.ts';

parentPort?.postMessage(await readPdf(PdfRequest.parse(workerData)));
