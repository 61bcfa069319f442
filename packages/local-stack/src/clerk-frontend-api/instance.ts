import { randomBytes } from 'node:crypto';

export interface User {
  id: string;
  email: string;
  password: string;
  createdAt: number;
}

export interface Session {
  id: string;
  user: User;
  createdAt: number;
}

export interface SignIn {
  id: string;
  identifier: string | null;
  sessionId: string | null;
}

export interface SignUp {
  id: string;
  email: string;
  userId: string;
  sessionId: string;
}

/** One browser, known by its cookie. It has at most one session, as in the single-session mode. */
export interface Client {
  id: string;
  session: Session | null;
  signIn: SignIn | null;
  signUp: SignUp | null;
  createdAt: number;
}

/** What a Clerk instance knows, in memory. */
export interface Instance {
  /** By email. */
  users: Map<string, User>;
  clients: Map<string, Client>;
}

export function createInstance(): Instance {
  return { users: new Map(), clients: new Map() };
}

export function addUser({ users }: Instance, { email, password }: { email: string; password: string }): User {
  const user = { id: newId('user'), email: email.toLowerCase(), password, createdAt: Date.now() };
  users.set(user.email, user);
  return user;
}

export function addClient({ clients }: Instance): Client {
  const client = { id: newId('client'), session: null, signIn: null, signUp: null, createdAt: Date.now() };
  clients.set(client.id, client);
  return client;
}

export function openSession(client: Client, user: User): Session {
  const session = { id: newId('sess'), user, createdAt: Date.now() };
  client.session = session;
  return session;
}

/** The session with its browser, wherever it is open. */
export function findSession(
  { clients }: Instance,
  sessionId: string,
): { client: Client; session: Session } | null {
  for (const client of clients.values()) {
    if (client.session?.id === sessionId) return { client, session: client.session };
  }
  return null;
}

export function sessionsOf({ clients }: Instance, email: string): Session[] {
  return [...clients.values()].flatMap(({ session }) => (session?.user.email === email ? session : []));
}

export function closeSession(client: Client): void {
  client.session = null;
  client.signIn = null;
  client.signUp = null;
}

export function newId(prefix: string): string {
  return `${prefix}_${randomBytes(12).toString('hex')}`;
}
