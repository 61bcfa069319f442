import { describe, expect, it } from 'vitest';
import { SERIES_COLORS } from './series-colors.ts';

const SURFACES = { light: '#ffffff', dark: '#1a1d1e' };
/** Where most charts have their series. */
const FIRST = 4;

/** What is seen by the eyes of whom, in linear RGB: Machado, Oliveira and Fernandes 2009, at full severity. */
const SIGHTS: Record<string, number[][]> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

describe.each(['light', 'dark'] as const)('colors of series on %s', (scheme) => {
  const colors = SERIES_COLORS.map((pair) => pair[scheme]);

  it('stand out from what they are on, as WCAG asks of graphics', () => {
    for (const color of colors) expect(contrast(color, SURFACES[scheme])).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.keys(SIGHTS))('differ for who sees with %s sight', (sight) => {
    for (const [place, color] of colors.entries()) {
      for (const [before, other] of colors.slice(0, place).entries()) {
        const least = place < FIRST ? 0.09 : 0.03;
        expect(distance(color, other, sight), `${before} and ${place}`).toBeGreaterThan(least);
      }
    }
  });
});

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted(
    (left, right) => left - right,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = linear(color);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(color: string): number[] {
  return [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
}

/** In Oklab, where a distance is about how different two colors look. */
function distance(one: string, other: string, sight: string): number {
  const [left, right] = [toOklab(seen(one, sight)), toOklab(seen(other, sight))];
  return Math.hypot(...left.map((part, index) => part - (right[index] ?? 0)));
}

function seen(color: string, sight: string): number[] {
  return times(SIGHTS[sight] ?? [], linear(color)).map((part) => Math.min(1, Math.max(0, part)));
}

function toOklab(rgb: number[]): number[] {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  ).map(Math.cbrt);
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  );
}

function times(matrix: number[][], vector: number[]): number[] {
  return matrix.map((row) => row.reduce((sum, part, index) => sum + part * (vector[index] ?? 0), 0));
}
