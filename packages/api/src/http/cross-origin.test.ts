import { describe, expect, it } from 'vitest';
import { answerPreflight, shareWith } from './cross-origin.ts';

const APP = 'https://app.resumint.example';
const from = (origin: string | null, method = 'OPTIONS') =>
  new Request('https://edge.resumint.example/api/trpc/ai.parseResume', {
    method,
    headers: origin === null ? {} : { origin },
  });
const strangers = ['https://evil.example', 'null', `${APP}.evil.example`, null];
const corsOf = ({ headers }: Pick<Response, 'headers'>) =>
  [...headers.keys()].filter((name) => name.startsWith('access-control-'));

describe('answerPreflight', () => {
  it('lets the app send what its client sends, with the cookie', () => {
    const answer = answerPreflight(from(APP), [APP]);
    expect(answer?.status).toBe(204);
    expect(Object.fromEntries(answer?.headers ?? [])).toMatchObject({
      'access-control-allow-origin': APP,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'content-type, trpc-accept, authorization',
      vary: 'Origin',
    });
  });

  it.each(strangers)('tells %s nothing but that it depends on the origin', (origin) => {
    const answer = answerPreflight(from(origin), [APP]);
    expect(answer?.status).toBe(204);
    expect(corsOf(answer ?? new Response())).toEqual([]);
    expect(answer?.headers.get('vary')).toBe('Origin');
  });

  it('leaves calls to the router', () => {
    expect(answerPreflight(from(APP, 'POST'), [APP])).toBeNull();
  });
});

describe('shareWith', () => {
  it('lets the app read the body and the limits in the head', () => {
    const shared = shareWith(new Response('{}', { status: 429 }), from(APP, 'POST'), [APP]);
    expect(shared.status).toBe(429);
    expect(Object.fromEntries(shared.headers)).toMatchObject({
      'access-control-allow-origin': APP,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'RateLimit, RateLimit-Policy, Retry-After',
      vary: 'Origin',
    });
  });

  it.each(strangers)('adds nothing for %s', (origin) => {
    const shared = shareWith(new Response('{}'), from(origin, 'POST'), [APP]);
    expect(corsOf(shared)).toEqual([]);
  });

  it('keeps what the response depends on already', () => {
    const response = new Response('{}', { headers: { vary: 'trpc-accept' } });
    expect(shareWith(response, from(APP, 'POST'), [APP]).headers.get('vary')).toBe('trpc-accept, Origin');
  });
});
