import { textPage, writePdf } from '@resumint/resume/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { kindsOf } from './entries.ts';
import { refusalOf } from './refusal.ts';
import { uploadFile } from './upload.ts';

const MB = 1024 * 1024;
const bytesOf = (...bytes: number[]) => new Uint8Array(bytes);
const pdf = (...given: Parameters<typeof writePdf>) => new Uint8Array(writePdf(...given));

let app: TestApp;
let person: Person;

beforeAll(async () => {
  app = await startTestApp();
  person = await app.createPerson();
});
afterAll(() => app.stop());

const unusable: {
  kind: string;
  file: () => Uint8Array<ArrayBuffer> | string;
  code: string;
  message: RegExp;
}[] = [
  {
    kind: 'of 60 pages',
    file: () => pdf(Array.from({ length: 60 }, () => textPage(['Ada']))),
    code: 'too_large',
    message: /60 pages/,
  },
  { kind: 'scanned', file: () => pdf(['scan']), code: 'unreadable_document', message: /no text/ },
  {
    kind: 'locked',
    file: () => pdf([textPage(['Ada'])], { password: 'secret' }),
    code: 'unreadable_document',
    message: /password/,
  },
  {
    kind: 'a broken PDF',
    file: () => '%PDF-1.7\nnothing of a PDF follows',
    code: 'unreadable_document',
    message: /broken/,
  },
  { kind: 'empty', file: () => '', code: 'bad_input', message: /empty/ },
  { kind: 'blank', file: () => ' \n\t\n ', code: 'bad_input', message: /no text/ },
  {
    kind: 'a picture',
    file: () =>
      bytesOf(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52),
    code: 'bad_input',
    message: /PNG/,
  },
  {
    kind: 'binary',
    file: () => bytesOf(1, 0, 2, 0, 3, 0, 4, 5),
    code: 'bad_input',
    message: /cannot be read/,
  },
  {
    kind: '100 kB of one letter',
    file: () => 'a'.repeat(100_000),
    code: 'bad_input',
    message: /not read like a text/,
  },
  {
    kind: 'of too many letters',
    file: () => 'An honest sentence. '.repeat(4_000),
    code: 'too_large',
    message: /characters/,
  },
  {
    kind: 'of one byte more than 10 MB',
    file: () => 'a'.repeat(10 * MB + 1),
    code: 'too_large',
    message: /10 MB/,
  },
];

it.each(unusable)(
  'a file that is $kind is refused with what to do about it',
  async ({ file, code, message }) => {
    expect(await refusalOf(uploadFile(person.client, file(), 'resume.pdf'))).toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
    expect(await kindsOf(app.db, person.userId)).toEqual(['open']);
    expect(app.failures).toEqual([]);
  },
);
