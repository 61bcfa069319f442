import type { Metadata } from 'next';
import { GalleryIndex } from '../../gallery/gallery-index.tsx';
import { requireGallery } from '../../server/gallery.ts';

export const metadata: Metadata = { title: 'Gallery' };

export default async function Page() {
  const { states } = await requireGallery();
  return <GalleryIndex states={states} />;
}
