import { composition } from '../../../../composition.ts';

/** Takes Clerk's events. There is nothing here where Clerk signs nobody in. */
export async function POST(request: Request): Promise<Response> {
  const { clerkWebhooks } = await composition();
  return clerkWebhooks ? clerkWebhooks(request) : new Response(null, { status: 404 });
}
