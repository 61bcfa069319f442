import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { notFound } from './clerk-error.ts';
import { handleRequest } from './handle-request.ts';
import {
  addUser,
  closeSession,
  createInstance,
  findSession,
  sessionsOf,
  type Instance,
  type User,
} from './instance.ts';
import { userResource } from './resources.ts';
import { sessionEvent } from './sessions.ts';
import { createSigningKeys, type SigningKeys } from './signing-keys.ts';
import type { StandIn } from './stand-in.ts';
import { createWebhooks } from './webhooks.ts';

export interface ClerkFrontendApiOptions {
  /** Of the app, such as `http://127.0.0.1:3000`: tokens are made for it. On the same host, so that cookies are shared. */
  origin: string;
  /** Any free port when absent. */
  port?: number;
  /** Where signed events go. They go nowhere when absent. */
  webhookUrl?: string;
}

type Keys = Pick<SigningKeys, 'publishableKey' | 'secretKey' | 'jwtKey' | 'webhookSecret'>;

/** Where it is and what an app is configured with, and what happens at Clerk outside of a browser. */
export interface ClerkFrontendApi extends Keys {
  /** `http://127.0.0.1:PORT`, the proxy URL of the app. */
  url: string;
  createUser(credentials: { email: string; password: string }): Promise<{ id: string }>;
  /** The ids of the sessions that a person has open. */
  sessionsOf(email: string): string[];
  /** Ends a session at Clerk, as an operator does, and tells the app. Its last token is not taken back. */
  revokeSession(sessionId: string): Promise<void>;
  /** Deletes a person and their sessions at Clerk, and tells the app. */
  deleteUser(email: string): Promise<void>;
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';

/**
 * A stand-in for the Frontend API of one Clerk instance: enough for the real `<SignIn>` and `<SignUp>`, for clerk-js and
 * for Clerk's middleware to work without Clerk. It keeps everything in memory and knows email and password only.
 */
export async function startClerkFrontendApi(options: ClerkFrontendApiOptions): Promise<ClerkFrontendApi> {
  const keys = createSigningKeys();
  const webhooks = createWebhooks(keys.webhookSecret, options.webhookUrl);
  const standIn: StandIn = { instance: createInstance(), keys, origin: options.origin, webhooks };
  const server = createServer((request, response) => void handleRequest(standIn, request, response));
  server.listen(options.port ?? 0, HOST);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The Clerk stand-in has no port');

  const { publishableKey, secretKey, jwtKey, webhookSecret } = keys;
  let stopped: Promise<void> | undefined;
  return {
    url: `http://${HOST}:${address.port}`,
    publishableKey,
    secretKey,
    jwtKey,
    webhookSecret,
    async createUser(credentials) {
      const user = addUser(standIn.instance, credentials);
      await webhooks.emit({ type: 'user.created', data: userResource(user) });
      return { id: user.id };
    },
    sessionsOf: (email) => sessionsOf(standIn.instance, email).map(({ id }) => id),
    revokeSession: (sessionId) => revokeSession(standIn, sessionId),
    deleteUser: (email) => deleteUser(standIn, email),
    stop: () => (stopped ??= close(server)),
  };
}

async function revokeSession({ instance, webhooks }: StandIn, sessionId: string): Promise<void> {
  const found = findSession(instance, sessionId);
  if (!found) throw notFound(`session ${sessionId}`);
  closeSession(found.client);
  await webhooks.emit(sessionEvent('session.revoked', found.session));
}

async function deleteUser({ instance, webhooks }: StandIn, email: string): Promise<void> {
  const user = userOf(instance, email);
  instance.users.delete(user.email);
  for (const client of instance.clients.values()) {
    if (client.session?.user.id === user.id) closeSession(client);
  }
  await webhooks.emit({ type: 'user.deleted', data: { object: 'user', id: user.id, deleted: true } });
}

function userOf({ users }: Instance, email: string): User {
  const user = users.get(email);
  if (!user) throw notFound(`user ${email}`);
  return user;
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
