import { z } from 'zod';

const Subject = z.string().regex(/^user_\w{1,56}$/);
const SessionId = z.string().regex(/^sess_\w{1,56}$/);

const Profile = z.object({
  id: Subject,
  primary_email_address_id: z.string().nullable(),
  email_addresses: z.array(z.object({ id: z.string(), email_address: z.string() })),
  banned: z.boolean().default(false),
  /** Milliseconds since 1970. */
  updated_at: z.int().min(0),
});

/** The events of Clerk that mean something here, with the fields that are read of them. */
export const ClerkEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal(['user.created', 'user.updated']), data: Profile }),
  z.object({ type: z.literal('user.deleted'), data: z.object({ id: Subject }) }),
  z.object({
    type: z.literal(['session.ended', 'session.removed', 'session.revoked']),
    data: z.object({ id: SessionId, user_id: Subject }),
  }),
]);
export type ClerkEvent = z.infer<typeof ClerkEvent>;

const TYPES: ReadonlySet<string> = new Set<ClerkEvent['type']>([
  'user.created',
  'user.updated',
  'user.deleted',
  'session.ended',
  'session.removed',
  'session.revoked',
]);

/** Null for an event of another type. Throws where one of these types has another shape. */
export function parseClerkEvent(event: { type: string }): ClerkEvent | null {
  return TYPES.has(event.type) ? ClerkEvent.parse(event) : null;
}

/** The primary email, as local accounts normalize theirs. Null when there is none. */
export function primaryEmail(profile: z.infer<typeof Profile>): string | null {
  const primary = profile.email_addresses.find(({ id }) => id === profile.primary_email_address_id);
  const email = primary?.email_address.normalize('NFKC').trim().toLowerCase();
  return email && email.length <= 254 ? email : null;
}
