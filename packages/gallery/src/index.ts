export { createGallery } from './create-gallery.ts';
export { STATE_NAMES } from './states.ts';
