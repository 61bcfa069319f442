import { describe, expect, it } from 'vitest';
import { takeToken, type Bucket } from './take-token.ts';

const RATE = { perSecond: 20, burst: 60 };
const NOW = 1_000_000;

describe('takeToken', () => {
  it.each<{ when: string; bucket?: Bucket; retryAt?: number; left: number }>([
    { when: 'a bucket that is not there yet is full', left: 59 },
    { when: 'the last token is taken', bucket: { tokens: 1, at: NOW }, left: 0 },
    {
      when: 'an empty bucket gives none until one has come',
      bucket: { tokens: 0, at: NOW },
      retryAt: NOW + 50,
      left: 0,
    },
    {
      when: 'a part of a token is waited for',
      bucket: { tokens: 0.5, at: NOW },
      retryAt: NOW + 25,
      left: 0.5,
    },
    { when: 'tokens come with time', bucket: { tokens: 0, at: NOW - 100 }, left: 1 },
    { when: 'a bucket holds no more than a burst', bucket: { tokens: 50, at: NOW - 3_600_000 }, left: 59 },
    {
      when: 'a clock that went back brings none',
      bucket: { tokens: 0, at: NOW + 5_000 },
      retryAt: NOW + 50,
      left: 0,
    },
  ])('$when', ({ bucket, retryAt = null, left }) => {
    expect(takeToken(bucket, NOW, RATE)).toEqual({ bucket: { tokens: left, at: NOW }, retryAt });
  });

  it('admits a burst and what has come since, however often it is asked', () => {
    let bucket: Bucket | undefined;
    let admitted = 0;
    for (let ms = 0; ms <= 10_000; ms += 1) {
      const taken = takeToken(bucket, NOW + ms, RATE);
      bucket = taken.bucket;
      if (taken.retryAt === null) admitted += 1;
    }
    expect(admitted).toBeGreaterThanOrEqual(RATE.burst + 199);
    expect(admitted).toBeLessThanOrEqual(RATE.burst + 200);
  });
});
