import { defaultTerms, setZone, writeHistory, type Ledger, type PastDecision } from '@resumint/metering';
import type { Person } from '../schedule/plan-people.ts';
import { firstLimits } from '../schedule/planned-change.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const OPENED_BEFORE_MS = 2 * HOUR_MS;
const MONTH_MS = 30 * DAY_MS;

/** Opens the streams of a run, some of them in the past, so that their day or month ends while it goes on. */
export async function writePeople(
  ledger: Ledger,
  people: readonly Person[],
  startsAt: number,
): Promise<void> {
  for (const person of people) {
    const { userId, zone, enforcement, maxInFlight, dayEndsAfterMs, alsoMonth } = person;
    const setByAdmin = Object.fromEntries(
      Object.entries(firstLimits(person)).map(([name, value]) => [name, BigInt(value)]),
    );
    const terms = { ...defaultTerms(zone), enforcement, maxInFlight, setByAdmin };
    if (dayEndsAfterMs === null) {
      await writeHistory(ledger, userId, { terms, openedAt: startsAt - OPENED_BEFORE_MS, decisions: [] });
      continue;
    }
    const endsAt = startsAt + dayEndsAfterMs;
    const openedAt = endsAt - (alsoMonth ? 62 * DAY_MS : 60 * HOUR_MS);
    await writeHistory(ledger, userId, { terms, openedAt, decisions: [endingAt(endsAt, alsoMonth)] });
    // For half of them the end of the day is the beginning of another zone as well.
    if (person.index % 4 < 2) await setZone(ledger, { userId, actor: userId }, 'Pacific/Auckland');
  }
}

/**
 * An entry in a window that ends at an instant of the run's own choosing. Streams carry the ends of their windows as
 * data, and local midnights are too far apart to wait for.
 */
function endingAt(endsAt: number, alsoMonth: boolean): PastDecision {
  const at = endsAt - 20 * HOUR_MS;
  const nothing = { tokens: 0, costNanos: 0n };
  return {
    at,
    operationId: 'vod_window',
    decide: ({ head }) => {
      const day = { startsAt: endsAt - DAY_MS, endsAt };
      const month = alsoMonth
        ? { startsAt: endsAt - MONTH_MS, endsAt }
        : { startsAt: head.month.startsAt, endsAt: head.month.endsAt };
      const meter = { spent: nothing, held: nothing };
      return {
        entries: [
          {
            fact: { kind: 'void', operationId: 'vod_window', step: 0, at, day, month },
            state: {
              ...head,
              seq: head.seq + 1,
              at,
              day: { ...day, ...meter },
              month: { ...month, ...meter },
            },
          },
        ],
        outcome: null,
      };
    },
  };
}
