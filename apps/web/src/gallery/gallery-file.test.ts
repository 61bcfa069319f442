import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createGalleryReader, type Gallery } from './gallery-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'resumint-gallery-'));
const file = join(folder, 'gallery.json');

const GALLERY: Gallery = {
  failure: 'The database is away.',
  resumeId: 'res_1',
  states: [
    {
      name: 'empty',
      title: 'Empty',
      about: 'Nothing is used.',
      reads: 'answered',
      simulated: ['model'],
      answers: [{ path: 'usage.audit', input: { extent: 'recent' }, kind: 'query', output: '{}' }],
    },
  ],
};

afterAll(() => rmSync(folder, { recursive: true }));

it('is none where no file is named', () => {
  expect(createGalleryReader(undefined)).toBeNull();
});

it('reads the file that is made for it, and shows a new one at once', async () => {
  writeFileSync(file, JSON.stringify(GALLERY));
  const read = createGalleryReader(file);
  expect(await read?.()).toEqual(GALLERY);
  writeFileSync(file, JSON.stringify({ ...GALLERY, states: [] }));
  expect(await read?.()).toEqual({ ...GALLERY, states: [] });
});

it('refuses what is no gallery', async () => {
  writeFileSync(file, JSON.stringify({ states: 'all' }));
  await expect(createGalleryReader(file)?.()).rejects.toThrow('states');
});
