import type { Answer, Call } from './call.ts';
import { ClerkError } from './clerk-error.ts';
import { closeSession, type Client, type Session } from './instance.ts';
import { clientResource, sessionResource, tokenResource, userResource } from './resources.ts';
import { tokenOf, type StandIn } from './stand-in.ts';

export function createToken(standIn: StandIn, call: Call): Answer {
  const { session } = signedIn(call);
  return { kind: 'plain', body: tokenResource(tokenOf(standIn)(session)) };
}

export function touchSession(standIn: StandIn, call: Call): Answer {
  const { client, session } = signedIn(call);
  client.signIn = null;
  client.signUp = null;
  return { kind: 'client', response: sessionResource(session, tokenOf(standIn)(session)), client };
}

/** Signs out of the session that the path names, or of all that the browser has. */
export async function signOut(standIn: StandIn, call: Call): Promise<Answer> {
  const { client, session } = signedIn(call);
  closeSession(client);
  await standIn.webhooks.emit(sessionEvent('session.removed', session));
  return { kind: 'client', response: clientResource(client, tokenOf(standIn)), client };
}

export function readMe(_: StandIn, call: Call): Answer {
  const { client, session } = signedIn(call);
  return { kind: 'client', response: userResource(session.user), client };
}

export function sessionEvent(
  type: 'session.ended' | 'session.removed' | 'session.revoked',
  { id, user, createdAt }: Session,
) {
  const status = type.slice('session.'.length);
  return { type, data: { object: 'session', id, user_id: user.id, status, created_at: createdAt } };
}

function signedIn({ client, parameters: [sessionId] }: Call): { client: Client; session: Session } {
  if (client?.session && (sessionId === undefined || client.session.id === sessionId)) {
    return { client, session: client.session };
  }
  const message = 'You are signed out.';
  throw new ClerkError(401, 'signed_out', { message });
}
