import type { Answer, Call } from './call.ts';
import { ClerkError } from './clerk-error.ts';
import { handshakeCookies } from './cookies.ts';
import { handshakeToken } from './session-token.ts';
import { tokenOf, type StandIn } from './stand-in.ts';

/** Where the app sends a document request whose token has expired: back to it, with a fresh one or with none. */
export function handshake(standIn: StandIn, { url, client }: Call): Answer {
  const { keys, origin } = standIn;
  const location = url.searchParams.get('redirect_url') ?? '';
  if (!URL.canParse(location) || new URL(location).origin !== origin) {
    throw new ClerkError(400, 'url_invalid', { message: `Handshakes lead back to ${origin} only.` });
  }
  const token = client?.session ? tokenOf(standIn)(client.session) : null;
  const signed = handshakeToken(keys, handshakeCookies(client, keys, token));
  const cookie = `__clerk_handshake=${signed}; Path=/; SameSite=Lax; Max-Age=30`;
  return { kind: 'redirect', location, cookies: [cookie] };
}
