import type { Answer, Call } from './call.ts';
import { ClerkError } from './clerk-error.ts';
import { addClient, newId, openSession, type Client, type User } from './instance.ts';
import { signInResource } from './resources.ts';
import type { StandIn } from './stand-in.ts';

/** Begins a sign-in, with the password in the same request or in the next one. */
export function createSignIn({ instance }: StandIn, { form, client: known }: Call): Answer {
  const client = known ?? addClient(instance);
  const identifier = form.get('identifier');
  client.signIn = { id: newId('sia'), identifier, sessionId: null };
  if (identifier === null) return answer(client);
  const user = findUser(instance.users, identifier);
  const password = form.get('password');
  if (password !== null) complete(client, user, password);
  return answer(client);
}

export function readSignIn(_: StandIn, { client, parameters }: Call): Answer {
  return answer(withSignIn(client, parameters));
}

export function attemptFirstFactor({ instance }: StandIn, { form, client: known, parameters }: Call): Answer {
  const client = withSignIn(known, parameters);
  const user = findUser(instance.users, client.signIn?.identifier ?? '');
  complete(client, user, form.get('password') ?? '');
  return answer(client);
}

function complete(client: Client, user: User, password: string): void {
  if (user.password !== password) {
    const message = 'Password is incorrect. Try again, or use another method.';
    throw new ClerkError(422, 'form_password_incorrect', { message, parameter: 'password' });
  }
  const { id: sessionId } = openSession(client, user);
  if (client.signIn) client.signIn.sessionId = sessionId;
}

function findUser(users: Map<string, User>, identifier: string): User {
  const user = users.get(identifier.toLowerCase());
  if (user) return user;
  const message = "Couldn't find your account.";
  throw new ClerkError(422, 'form_identifier_not_found', { message, parameter: 'identifier' });
}

function withSignIn(client: Client | null, [id]: string[]): Client {
  if (client?.signIn && client.signIn.id === id) return client;
  throw new ClerkError(404, 'resource_not_found', { message: 'No sign in was found.' });
}

function answer(client: Client): Answer {
  return { kind: 'client', response: client.signIn && signInResource(client.signIn), client };
}
