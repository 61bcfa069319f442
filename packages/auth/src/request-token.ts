/** A bearer token wins over the cookie, even one that will turn out to be bad. */
export function readRequestToken(headers: Headers, cookieName: string): string | null {
  const bearer = /^bearer +(?<token>\S+) *$/i.exec(headers.get('authorization') ?? '')?.groups?.['token'];
  return bearer ?? readCookie(headers.get('cookie') ?? '', cookieName);
}

function readCookie(header: string, name: string): string | null {
  for (const pair of header.split(';')) {
    const separator = pair.indexOf('=');
    if (pair.slice(0, separator).trim() === name) return pair.slice(separator + 1).trim();
  }
  return null;
}
