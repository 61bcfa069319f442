import { composition } from '../../../../composition.ts';

export const dynamic = 'force-dynamic';

/** The activity of whoever asks, as a file. */
export async function GET(request: Request): Promise<Response> {
  const { exportActivity } = await composition();
  return exportActivity(request);
}
