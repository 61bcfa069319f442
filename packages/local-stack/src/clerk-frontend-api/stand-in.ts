import type { Instance, Session } from './instance.ts';
import { sessionToken } from './session-token.ts';
import type { SigningKeys } from './signing-keys.ts';
import type { Webhooks } from './webhooks.ts';

/** What every route of the stand-in works on. */
export interface StandIn {
  instance: Instance;
  keys: SigningKeys;
  /** Of the app: tokens are made for it, and browsers come from it. */
  origin: string;
  webhooks: Webhooks;
}

export function tokenOf({ keys, origin }: StandIn): (session: Session) => string {
  return (session) => sessionToken(keys, session, origin);
}
