import type { Screen } from '../io.ts';

const CODES = { yellow: 33, red: 31, dim: 2, bold: 1 } as const;

export function paint({ isColored }: Screen, color: keyof typeof CODES | null, text: string): string {
  return isColored && color ? `\u001B[${CODES[color]}m${text}\u001B[0m` : text;
}
