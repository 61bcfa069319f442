import type { ClerkWebhookEvent } from '@resumint/local-stack';

export const userEvent = (
  type: 'user.created' | 'user.updated',
  {
    subject,
    email,
    updatedAt,
    banned,
  }: { subject: string; email: string; updatedAt: number; banned?: boolean },
): ClerkWebhookEvent => ({
  type,
  data: {
    id: subject,
    primary_email_address_id: 'idn_primary',
    email_addresses: [
      { id: 'idn_other', email_address: 'other@example.com' },
      { id: 'idn_primary', email_address: email },
    ],
    updated_at: updatedAt,
    ...(banned !== undefined && { banned }),
  },
});

export const deletedEvent = (subject: string): ClerkWebhookEvent => ({
  type: 'user.deleted',
  data: { id: subject, object: 'user', deleted: true },
});

export const sessionEvent = (
  type: 'session.ended' | 'session.removed' | 'session.revoked',
  { subject, sessionId }: { subject: string; sessionId: string },
): ClerkWebhookEvent => ({ type, data: { id: sessionId, user_id: subject, object: 'session' } });
