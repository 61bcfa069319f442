import { z } from 'zod';
import type { Crossing } from '../stream/state.ts';
import { WINDOW_LIMIT_NAMES } from '../terms/limits.ts';

const Crossings = z.array(
  z
    .string()
    .transform((text) => {
      const [limit, percent] = text.split(':');
      return { limit, percent: Number(percent) };
    })
    .pipe(z.object({ limit: z.enum(WINDOW_LIMIT_NAMES), percent: z.int().min(1).max(100) })),
);

/** What an entry crossed, as stored: `tokensPerDay:80 costPerDay:50`, or null for nothing. */
export function encodeCrossed(crossed: Crossing[]): string | null {
  return crossed.map(({ limit, percent }) => `${limit}:${percent}`).join(' ') || null;
}

export function decodeCrossed(text: string | null): Crossing[] {
  return text === null ? [] : Crossings.parse(text.split(' '));
}
