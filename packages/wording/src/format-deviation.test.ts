import { expect, it } from 'vitest';
import { formatDeviation } from './format-deviation.ts';

it.each([
  [-3.8, '-3.8 %'],
  [0, '0 %'],
  [12, '+12 %'],
])('shows %d as %s', (percent, text) => expect(formatDeviation(percent)).toBe(text));
