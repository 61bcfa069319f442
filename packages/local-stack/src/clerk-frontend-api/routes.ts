import type { Answer, Call } from './call.ts';
import { notFound } from './clerk-error.ts';
import { createClient, readClient } from './clients.ts';
import { environmentResource } from './environment.ts';
import { handshake } from './handshake.ts';
import { serveScript } from './serve-script.ts';
import { createToken, readMe, signOut, touchSession } from './sessions.ts';
import { attemptFirstFactor, createSignIn, readSignIn } from './sign-in.ts';
import { createSignUp } from './sign-up.ts';
import type { StandIn } from './stand-in.ts';

type Handle = (standIn: StandIn, call: Call) => Answer | Promise<Answer>;

const SESSION = '/v1/client/sessions/([^/]+)';

/** What clerk-js, its components and the middleware of the app ask for. Nothing else has an answer. */
const ROUTES: [route: RegExp, handle: Handle][] = [
  [/^GET \/npm\/@clerk\/([a-z-]+)@[^/]+\/dist\/([\w.-]+\.js)$/, serveScript],
  [route('GET', '/v1/environment'), ({ origin }) => ({ kind: 'plain', body: environmentResource(origin) })],
  [route('GET', '/v1/client/handshake'), handshake],
  [route('GET', '/v1/client'), readClient],
  [route('(?:PUT|POST)', '/v1/client'), createClient],
  [route('POST', '/v1/client/sign_ins'), createSignIn],
  [route('GET', '/v1/client/sign_ins/([^/]+)'), readSignIn],
  [route('POST', '/v1/client/sign_ins/([^/]+)/attempt_first_factor'), attemptFirstFactor],
  [route('POST', '/v1/client/sign_ups'), createSignUp],
  [route('POST', `${SESSION}/tokens`), createToken],
  [route('POST', `${SESSION}/touch`), touchSession],
  [route('POST', `${SESSION}/(?:end|remove)`), signOut],
  [route('DELETE', '/v1/client/sessions'), signOut],
  [route('GET', '/v1/me'), readMe],
];

export async function answerCall(
  standIn: StandIn,
  method: string,
  call: Omit<Call, 'parameters'>,
): Promise<Answer> {
  const asked = `${method} ${call.url.pathname}`;
  for (const [pattern, handle] of ROUTES) {
    const match = pattern.exec(asked);
    if (match) return handle(standIn, { ...call, parameters: match.slice(1) });
  }
  throw notFound(`route ${asked}`);
}

function route(method: string, path: string): RegExp {
  return new RegExp(`^${method} ${path}$`);
}
