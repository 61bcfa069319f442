import { randomBytes } from 'node:crypto';

/** What the client hands back with its next request, unread. */
export interface GatewaySession {
  vitessSession: {
    autocommit: true;
    SessionUUID: string;
    inTransaction?: true;
    options: { includedFields: 'ALL'; clientFoundRows: true };
  };
}

/** What a request tells of its session. Only a session with a transaction stands for anything kept here. */
export interface ClaimedSession {
  id: string;
  inTransaction: boolean;
}

export function createSessionId(): string {
  return randomBytes(16).toString('base64url');
}

export function describeSession({ id, inTransaction }: ClaimedSession): GatewaySession {
  return {
    vitessSession: {
      autocommit: true,
      SessionUUID: id,
      ...(inTransaction && { inTransaction }),
      options: { includedFields: 'ALL', clientFoundRows: true },
    },
  };
}

/** Reads the session of a request body; a body without one starts a new session. */
export function readSession(value: unknown): ClaimedSession {
  const vitessSession = property(value, 'vitessSession');
  const id = property(vitessSession, 'SessionUUID');
  if (typeof id !== 'string' || !/^[\w-]{22}$/.test(id)) {
    return { id: createSessionId(), inTransaction: false };
  }
  return { id, inTransaction: property(vitessSession, 'inTransaction') === true };
}

export function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
