import type { AppRouter } from '@resumint/api';
import { readAppError } from '@resumint/client';
import { createTRPCClient } from '@trpc/client';
import superjson from 'superjson';
import { describe, expect, it } from 'vitest';
import { createStateClient } from './create-state-client.ts';
import type { GalleryState } from './gallery-file.ts';
import { stateLink } from './state-link.ts';

const FITS = [{ calls: 3n }];
const ANSWERS: GalleryState['answers'] = [
  { path: 'usage.fits', input: null, kind: 'query', output: superjson.stringify(FITS) },
  { path: 'usage.list', input: { limit: 10 }, kind: 'query', output: superjson.stringify('ten') },
  { path: 'usage.list', input: { limit: 10 }, kind: 'infinite', output: superjson.stringify('a page') },
];
const READS = ['answered', 'pending', 'outdated', 'failed'] as const;

const shown = (reads: GalleryState['reads']) => ({ reads, answers: ANSWERS, failure: 'It is away.' });
const clientIn = (reads: GalleryState['reads']) =>
  createTRPCClient<AppRouter>({ links: [stateLink(shown(reads))] });

describe('what is asked again in a state', () => {
  it('is answered as it was at first, and by any answer where more is asked for', async () => {
    const client = clientIn('answered');
    expect(await client.usage.fits.query()).toEqual(FITS);
    expect(await client.usage.list.query({ limit: 10 })).toBe('ten');
    expect(await client.usage.list.query({ limit: 20 })).toBe('ten');
  });

  it('says so where a state has no answer', async () => {
    await expect(clientIn('answered').limits.get.query()).rejects.toThrow('no answer for limits.get');
  });

  it.each(['outdated', 'failed'] as const)('fails as the product does where reads are %s', async (reads) => {
    const error: unknown = await clientIn(reads)
      .usage.fits.query()
      .catch((thrown: unknown) => thrown);
    expect(readAppError(error)).toMatchObject({ code: 'unavailable', message: 'It is away.' });
  });

  it('changes nothing', async () => {
    const error: unknown = await clientIn('answered')
      .limits.lower.mutate({ tokensPerDay: 1n })
      .catch((thrown: unknown) => thrown);
    expect(readAppError(error)?.code).toBe('forbidden');
  });
});

describe('the cache in a state', () => {
  const key = [['usage', 'fits'], { type: 'query' }];
  const listKey = (type: string) => [['usage', 'list'], { input: { limit: 10 }, type }];

  it.each(READS)('has from the first paint on what is known where reads are %s', (reads) => {
    const cache = createStateClient(shown(reads));
    const isKnown = reads === 'answered' || reads === 'outdated';
    expect(cache.getQueryData(key)).toEqual(isKnown ? FITS : undefined);
    expect(cache.getQueryState(key)?.status === 'error').toBe(reads === 'outdated' || reads === 'failed');
  });

  it('holds pages for what is asked for by pages', () => {
    const cache = createStateClient(shown('answered'));
    expect(cache.getQueryData(listKey('query'))).toBe('ten');
    expect(cache.getQueryData(listKey('infinite'))).toEqual({ pages: ['a page'], pageParams: [null] });
  });
});
