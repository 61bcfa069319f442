import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { SIMULATED_PARTS } from '../environment.ts';

const Answer = z.object({
  path: z.string(),
  input: z.record(z.string(), z.json()).nullable(),
  /** Whether pages ask for it at once, or page by page. */
  kind: z.enum(['query', 'infinite']),
  /** As superjson writes it. Its type is the router's: who made the file was held to it. */
  output: z.string(),
});
export type Answer = z.infer<typeof Answer>;

const GalleryState = z.object({
  /** In its address. */
  name: z.string(),
  title: z.string(),
  /** What to look for. */
  about: z.string(),
  /**
   * What becomes of what a page asks for: it is answered, not yet, no longer (so that the last answer is known), or was
   * not at all.
   */
  reads: z.enum(['answered', 'pending', 'outdated', 'failed']),
  simulated: z.array(z.enum(SIMULATED_PARTS)),
  answers: z.array(Answer),
});
export type GalleryState = z.infer<typeof GalleryState>;

const Gallery = z.object({
  /** What a page is told while the database is away. */
  failure: z.string(),
  /** Which resume the pages are about. */
  resumeId: z.string(),
  states: z.array(GalleryState),
});
export type Gallery = z.infer<typeof Gallery>;

/** Reads the file each time it is asked for, so that one that was made anew shows at once. */
export function createGalleryReader(file: string | undefined): (() => Promise<Gallery>) | null {
  if (file === undefined) return null;
  return async () => Gallery.parse(JSON.parse(await readFile(file, 'utf8')));
}
