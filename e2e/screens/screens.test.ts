import { expect, it } from 'vitest';
import { PAGES } from '../pages.ts';
import { README_SCREENS, SCREENS, screensNamed } from './screens.ts';

it('has a screen of every page, and names each once', () => {
  const shown = new Set(SCREENS.map(({ page }) => page));
  expect(PAGES.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
  expect(new Set(SCREENS.map(({ name }) => name)).size).toBe(SCREENS.length);
});

it('shows nobody only what anybody may see', () => {
  const open: string[] = PAGES.filter(({ isPublic }) => isPublic).map(({ name }) => name);
  const seenByNobody = SCREENS.filter(({ viewer }) => viewer === 'nobody').map(({ page }) => page);
  expect(seenByNobody.filter((page) => !open.includes(page))).toEqual([]);
});

it('finds screens by their names, and says which there are', () => {
  expect(screensNamed(README_SCREENS)).toHaveLength(README_SCREENS.length);
  expect(() => screensNamed(['nowhere'])).toThrow('billing-at-limit');
});
