import { Client } from '@planetscale/database';
import { describe, expect, it } from 'vitest';
import { testDatabases, useGateway } from './gateway-fixture.ts';
import { property } from './session.ts';

describe.each(testDatabases)('access to the gateway, on $name', (database) => {
  const gateway = useGateway(database);

  it.each([
    { username: 'reader', password: 'wrong' },
    { username: 'someone', password: 'gateway-secret' },
    { username: 'reader', password: '' },
    { username: 'reader', password: 'gateway-secret ' },
  ])('refuses $username with "$password"', async (credentials) => {
    const { host } = new URL(gateway().url);
    const stranger = new Client({
      ...credentials,
      host,
      fetch: (url, init) => fetch(url.replace('https:', 'http:'), init),
    });
    const before = gateway().executed();
    await expect(stranger.execute('SELECT 1')).rejects.toMatchObject({
      status: 401,
      body: { code: 'unauthenticated' },
    });
    expect(gateway().executed()).toBe(before);
  });

  it('starts a session on request', async () => {
    const connection = gateway().client.connection();
    await connection.refresh();
    expect((await connection.execute('SELECT 1 AS one')).size).toBe(1);
  });

  it.each([
    { path: 'Execute', body: 'not json', status: 400 },
    { path: 'Execute', body: '{}', status: 400 },
    { path: 'Execute', body: 'null', status: 400 },
    { path: 'StreamExecute', body: '{}', status: 404 },
  ])('answers $path of $body with $status', async ({ path, body, status }) => {
    expect((await post(gateway().url, path, body)).status).toBe(status);
  });

  it('refuses a request of more than 16 MB', async () => {
    const response = await post(
      gateway().url,
      'Execute',
      JSON.stringify({ query: 'x'.repeat(17 * 1024 * 1024) }),
    );
    expect(response).toEqual({ status: 413, code: 'invalid_argument' });
  });
});

async function post(
  gatewayUrl: string,
  path: string,
  body: string,
): Promise<{ status: number; code: unknown }> {
  const { username, password, origin } = new URL(gatewayUrl);
  const response = await fetch(`${origin}/psdb.v1alpha1.Database/${path}`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${username}:${password}`)}` },
    body,
  });
  const answer: unknown = await response.json();
  return { status: response.status, code: property(property(answer, 'error'), 'code') };
}
