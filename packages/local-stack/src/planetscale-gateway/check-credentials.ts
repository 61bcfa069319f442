import { createHash, timingSafeEqual } from 'node:crypto';

/** Tells whether an `Authorization` header carries the credentials, in a time that does not depend on how near it is. */
export function credentialsCheck(
  username: string,
  password: string,
): (header: string | undefined) => boolean {
  const expected = digest(`${username}:${password}`);
  return (header) => {
    const [, encoded = ''] = /^Basic ([\w+/=-]+)$/i.exec(header ?? '') ?? [];
    return timingSafeEqual(digest(Buffer.from(encoded, 'base64').toString()), expected);
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
