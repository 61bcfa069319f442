import 'server-only';
import { notFound } from 'next/navigation';
import { composition } from '../composition.ts';
import type { Gallery } from '../gallery/gallery-file.ts';

/** The states to show. Where there is no gallery, there is no such page. */
export async function requireGallery(): Promise<Gallery> {
  const { gallery } = await composition();
  return gallery ? gallery() : notFound();
}
