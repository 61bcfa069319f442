/** Colors of series on light and on dark. Each stands out from both what it is on and the others, for any sight. */
export const SERIES_COLORS = [
  { light: '#1d6b52', dark: '#8fdcc0' },
  { light: '#3d85dd', dark: '#4d8ef0' },
  { light: '#d97706', dark: '#f0962e' },
  { light: '#5a2a9c', dark: '#c4a5f7' },
  { light: '#c8488f', dark: '#f58ac0' },
  { light: '#7d2413', dark: '#a8503a' },
  { light: '#00a070', dark: '#e8e36a' },
  { light: '#6f757c', dark: '#7d848b' },
] as const;

const GRAY = 'var(--mantine-color-dimmed)';

/** As a style has it; the browser picks by the scheme that is shown. */
export function seriesColor(color: number | null): string {
  const pair = color === null ? undefined : SERIES_COLORS[color % SERIES_COLORS.length];
  return pair ? `light-dark(${pair.light}, ${pair.dark})` : GRAY;
}
