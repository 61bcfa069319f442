import { composition } from '../../../../composition.ts';

export const dynamic = 'force-dynamic';

/** A chart of whoever asks, as CSV. */
export async function GET(request: Request): Promise<Response> {
  const { exportChart } = await composition();
  return exportChart(request);
}
