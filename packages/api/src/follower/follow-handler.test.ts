import { describe, expect, it } from 'vitest';
import { createFollowHandler } from './follow-handler.ts';

const SECRET = 'a-secret-of-the-follower-long-enough';
const REPORT = { tookMs: 1, steps: { followStreams: { streams: 2 } } };

function routed() {
  const passes: AbortSignal[] = [];
  const { signal } = new AbortController();
  const pass = async (given = new AbortController().signal) => {
    passes.push(given);
    return REPORT;
  };
  const handler = createFollowHandler({ pass }, { secret: SECRET, signal });
  const post = (authorization?: string) =>
    handler(
      new Request('http://resumint.test/api/follow', {
        method: 'POST',
        ...(authorization !== undefined && { headers: { authorization } }),
      }),
    );
  return { post, passes, signal };
}

describe('the route of the follower', () => {
  it('makes one pass for who has the secret, and answers its report', async () => {
    const { post, passes, signal } = routed();
    const response = await post(`Bearer ${SECRET}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(REPORT);
    expect(passes).toEqual([signal]);
  });

  it.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    `Bearer ${SECRET}x`,
    `Bearer ${SECRET.slice(0, -1)}`,
    `Basic ${SECRET}`,
    SECRET,
  ])('does nothing for %j', async (authorization) => {
    const { post, passes } = routed();
    const response = await post(authorization);
    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain(SECRET);
    expect(passes).toEqual([]);
  });
});
