import { createClerkAuthStore, createClerkWebhookHandler, createHandler } from '@resumint/api';
import { createClerkAuth } from '@resumint/auth/clerk';
import { createClient, type Client } from '@resumint/client';
import { createId } from '@resumint/drizzle';
import { signedWebhook, startClerkFrontendApi, type ClerkWebhookEvent } from '@resumint/local-stack';
import { z } from 'zod';
import { ORIGIN } from '../mount.ts';
import { startTestApp, type TestApp, type TestAppOptions } from '../test-app.ts';

/** The product with Clerk for sign-in, and a stand-in for Clerk. */
export interface ClerkApp {
  app: TestApp;
  /** What tokens are verified with. */
  jwtKey: string;
  handler: (request: Request) => Promise<Response>;
  /** An event as Clerk signs it, under an id of its own. */
  signed(event: ClerkWebhookEvent): Request;
  receive(request: Request): Promise<Response>;
  /** Signs a new person in at Clerk. The app has not heard of them. */
  signIn(): Promise<ClerkSignIn>;
  stop(): Promise<void>;
}

export interface ClerkSignIn {
  subject: string;
  sessionId: string;
  token: string;
  client: Client;
}

const WEBHOOKS = `${ORIGIN}/api/webhooks/clerk`;
const PASSWORD = 'a long enough password';
const Answer = z.object({
  client: z.object({
    sessions: z.tuple([
      z.object({
        id: z.string(),
        user: z.object({ id: z.string() }),
        last_active_token: z.object({ jwt: z.string() }),
      }),
    ]),
  }),
});

export async function startClerkApp(options: TestAppOptions = {}): Promise<ClerkApp> {
  const [app, clerk] = await Promise.all([startTestApp(options), startClerkFrontendApi({ origin: ORIGIN })]);
  const { db, dependencies } = app;
  const { ledger } = dependencies.metering;
  const auth = createClerkAuth({
    jwtKey: clerk.jwtKey,
    authorizedParties: [ORIGIN],
    store: createClerkAuthStore({ db, ledger }),
    newUserId: () => createId('user'),
  });
  const handler = createHandler({ ...dependencies, auth }, { endpoint: '/api/trpc', origins: [ORIGIN] });
  const { webhookSecret: signingSecret } = clerk;
  const receive = createClerkWebhookHandler({ db, ledger, signingSecret, report: dependencies.report });
  const signed = (event: ClerkWebhookEvent) => signedWebhook(WEBHOOKS, signingSecret, event);
  let made = 0;

  return {
    app,
    jwtKey: clerk.jwtKey,
    handler,
    receive,
    signed,
    async signIn() {
      const credentials = { email: `person${(made += 1)}@example.com`, password: PASSWORD };
      await clerk.createUser(credentials);
      const response = await fetch(`${clerk.url}/v1/client/sign_ins`, {
        method: 'POST',
        body: new URLSearchParams({ identifier: credentials.email, password: PASSWORD }),
      });
      const [session] = Answer.parse(await response.json()).client.sessions;
      const token = session.last_active_token.jwt;
      const client = createClient({
        url: `${ORIGIN}/api/trpc`,
        token,
        fetch: (input, init) => handler(new Request(input, init)),
      });
      return { subject: session.user.id, sessionId: session.id, token, client };
    },
    async stop() {
      await clerk.stop();
      await app.stop();
    },
  };
}
