import { verifyWebhook } from '@clerk/backend/webhooks';
import type { Database } from '@resumint/drizzle';
import type { Ledger } from '@resumint/metering';
import { findAppError } from '../errors.ts';
import { assertAllowedLength, limitBody } from '../http/limit-body.ts';
import { applyClerkEvent } from './apply-clerk-event.ts';
import { parseClerkEvent } from './clerk-event.ts';

export interface ClerkWebhookOptions {
  db: Database;
  ledger: Ledger;
  /** Of the endpoint in Clerk's dashboard: `whsec_…`. */
  signingSecret: string;
  /** Hears of events that could not be applied. */
  report: (error: unknown) => void;
}

const SECRET = /^whsec_[A-Za-z0-9+/]{32,}={0,2}$/;

/**
 * Takes Clerk's events, as a Web-standard fetch handler. An event has its effect once, however often and in whichever
 * order it is delivered. 204 says that it had, or means nothing here; 400 and 413 that it is not Clerk's; 503 that it
 * failed and is to be delivered again.
 */
export function createClerkWebhookHandler({ signingSecret, report, ...stores }: ClerkWebhookOptions) {
  if (!SECRET.test(signingSecret)) {
    throw new RangeError('The secret that Clerk signs events with begins with whsec_.');
  }

  return async (request: Request): Promise<Response> => {
    const text = await readText(request);
    if (text === null) return answer(413, 'This event is too large.');
    const signed = await verified(request, text, signingSecret);
    if (signed === null) return answer(400, 'This event is not signed by Clerk, or was signed too long ago.');
    try {
      const event = parseClerkEvent(signed);
      if (event) await applyClerkEvent(stores, event);
      return new Response(null, { status: 204 });
    } catch (error) {
      report(error);
      return answer(503, 'This event could not be applied. Please deliver it again.');
    }
  };
}

/** Null for a body that is refused, which no event's is. */
async function readText(request: Request): Promise<string | null> {
  const { limited, dropRest } = limitBody(request, new AbortController().signal);
  try {
    assertAllowedLength(request);
    return await limited.text();
  } catch (error) {
    if (findAppError(error)) return null;
    throw error;
  } finally {
    await dropRest();
  }
}

/** Null for whatever fails to verify: the secret has been checked, so the fault is the event's. */
async function verified(request: Request, body: string, signingSecret: string) {
  const { url, headers } = request;
  return verifyWebhook(new Request(url, { method: 'POST', headers, body }), { signingSecret }).catch(
    () => null,
  );
}

function answer(status: number, error: string): Response {
  return Response.json({ error }, { status });
}
