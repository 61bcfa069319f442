import { describe, expect, it } from 'vitest';
import { createClient } from './create-client.ts';
import type { Fetch } from './limit-time.ts';
import { readLoss } from './read-loss.ts';
import { Refusal, serveAnswers } from './testing/serve-answers.ts';

async function lossWith(fetch: Fetch) {
  const client = createClient({ url: 'https://resumint.example/api/trpc', fetch });
  return client.account.me.query().then(() => expect.fail('an answer came'), readLoss);
}

describe('readLoss', () => {
  it.each([
    'fetch failed',
    'Failed to fetch',
    'NetworkError when attempting to fetch resource.',
    'Load failed',
  ])('tells a server that cannot be reached, which a platform calls "%s"', async (message) => {
    expect(await lossWith(() => Promise.reject(new TypeError(message)))).toBe('unreachable');
  });

  it('tells an answer that is not of the router', async () => {
    expect(await lossWith(async () => new Response('<html>', { status: 502 }))).toBe('unreadable');
  });

  it('tells a call that took too long', async () => {
    const error = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    expect(await lossWith(() => Promise.reject(error))).toBe('timedOut');
    expect(readLoss(error)).toBe('timedOut');
  });

  it('tells a connection that broke within a stream', () => {
    expect(readLoss(new TypeError('terminated'))).toBe('unreachable');
  });

  it.each([new Error('unforeseen'), new Refusal('not_found', 'Not there.')])(
    'is null for a call that was answered with an error: %s',
    async (error) => {
      const me = () => {
        throw error;
      };
      expect(await lossWith(serveAnswers({ queries: { 'account.me': me } }))).toBeNull();
    },
  );

  it('is null for any other error', () => {
    expect(readLoss(new TypeError('x is not a function'))).toBeNull();
    expect(readLoss('text')).toBeNull();
  });
});
