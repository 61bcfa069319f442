import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createGallery } from '@resumint/gallery';
import type { Settings } from './settings.ts';

/** Leaves the states of the gallery beside the data. Null where people come in by Clerk, who are to see none. */
export async function writeGallery({
  dataDirectory,
  hasClerk,
}: Pick<Settings, 'dataDirectory' | 'hasClerk'>): Promise<string | null> {
  if (hasClerk) return null;
  const file = join(dataDirectory, 'gallery.json');
  await writeFile(file, JSON.stringify(await createGallery()));
  return file;
}
