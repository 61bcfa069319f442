import type { Follower } from './create-follower.ts';

const utf8 = new TextEncoder();
const BEARER = /^Bearer (\S+)$/;

/**
 * Lets a scheduler have one pass made, as a Web-standard fetch handler: 200 with its report, 401 without the secret.
 * The secret is compared in a time that does not tell how much of it was right.
 */
export function createFollowHandler(
  follower: Pick<Follower, 'pass'>,
  { secret, signal }: { secret: string; signal: AbortSignal },
): (request: Request) => Promise<Response> {
  return async (request) => {
    const given = BEARER.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
    if (!(await isSame(given, secret))) {
      return Response.json(
        { error: 'The secret of the follower is missing or wrong.' },
        { status: 401, headers: { 'www-authenticate': 'Bearer', 'cache-control': 'no-store' } },
      );
    }
    const report = await follower.pass(signal);
    return Response.json(report, { headers: { 'cache-control': 'no-store' } });
  };
}

/** Compares digests: they are of one length, and where they differ says nothing of where the texts do. */
async function isSame(given: string, secret: string): Promise<boolean> {
  const [left, right] = await Promise.all([given, secret].map(digest));
  if (!left || !right) return false;
  let difference = 0;
  for (const [index, byte] of left.entries()) difference |= byte ^ (right[index] ?? 0);
  return difference === 0;
}

async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', utf8.encode(text)));
}
