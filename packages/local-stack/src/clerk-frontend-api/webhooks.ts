import { Webhook } from 'standardwebhooks';
import { newId } from './instance.ts';

export interface ClerkWebhookEvent {
  type: string;
  data: Record<string, unknown>;
}

export interface Webhooks {
  /** Sends a signed event to where events go, and fails unless it is taken. Does nothing where they go nowhere. */
  emit(event: ClerkWebhookEvent): Promise<void>;
}

const ANSWER_WITHIN_MS = 10_000;

export function createWebhooks(signingSecret: string, url: string | undefined): Webhooks {
  return {
    async emit(event) {
      if (url === undefined) return;
      const request = signedWebhook(url, signingSecret, event);
      const response = await fetch(request, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
      if (!response.ok) {
        throw new Error(`${event.type} was answered with ${response.status}: ${await response.text()}`);
      }
    },
  };
}

/** A delivery of an event as Clerk makes it. Each call makes another event, with an id of its own. */
export function signedWebhook(url: string, signingSecret: string, event: ClerkWebhookEvent): Request {
  const [id, now] = [newId('msg'), new Date()];
  const body = JSON.stringify({
    ...event,
    object: 'event',
    timestamp: now.getTime(),
    instance_id: 'ins_stand_in',
  });
  return new Request(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'svix-id': id,
      'svix-timestamp': String(Math.floor(now.getTime() / 1000)),
      'svix-signature': new Webhook(signingSecret).sign(id, now, body),
    },
    body,
  });
}
