import type { Ledger } from '../ledger/ledger.ts';
import { readDays } from '../usage/read-days.ts';
import { readState } from '../usage/read-usage.ts';
import { summarize } from '../usage/summarize.ts';
import { DAYS_LOOKED_AT, forecast, type Forecast } from './forecast.ts';

const DAY_MS = 86_400_000;

/** A person's forecast, by the head of their stream and a bounded number of days, however long the stream is. */
export async function readForecast(ledger: Ledger, userId: string): Promise<Forecast> {
  const { state, now } = await readState(ledger, userId);
  const since = new Date(now - DAYS_LOOKED_AT * DAY_MS);
  const days = await readDays(ledger, userId, { since });
  return forecast(summarize(state, now), { days, anchorDay: state.terms.inForce.anchorDay });
}
