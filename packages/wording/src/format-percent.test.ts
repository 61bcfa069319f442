import { describe, expect, it } from 'vitest';
import { formatPercent } from './format-percent.ts';

describe('formatPercent', () => {
  it('calls only nothing 0', () => {
    expect(formatPercent(0, { isNothing: true })).toBe('0 %');
    expect(formatPercent(0, { isNothing: false })).toBe('<0.1 %');
    expect(formatPercent(83.4, { isNothing: false })).toBe('83.4 %');
  });
});
