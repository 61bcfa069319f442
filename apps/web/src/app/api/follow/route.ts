import { composition } from '../../../composition.ts';

export const dynamic = 'force-dynamic';

/** Lets a scheduler have the ledger followed once. There is nothing here where no secret for it is set. */
export async function POST(request: Request): Promise<Response> {
  const { follow } = await composition();
  return follow ? follow(request) : new Response(null, { status: 404 });
}
