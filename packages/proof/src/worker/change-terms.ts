import {
  lowerLimits,
  restoreLimits,
  setLimits,
  setPlan,
  setZone,
  WINDOW_LIMIT_NAMES,
  type Ledger,
} from '@resumint/metering';
import type { PlannedChange } from '../schedule/planned-change.ts';
import { OPERATION } from './planned-request.ts';

const ADMIN = 'usr_admin';

/** Makes a planned change as a person or an admin would. */
export async function changeTerms(ledger: Ledger, change: PlannedChange): Promise<void> {
  const { userId } = change;
  const byAdmin = { userId, actor: ADMIN };
  const byPerson = { userId, actor: userId };
  switch (change.kind) {
    case 'grant': {
      const limits = Object.fromEntries(
        WINDOW_LIMIT_NAMES.flatMap((name) => {
          const value = change.limits[name];
          return value === undefined ? [] : [[name, BigInt(value)]];
        }),
      );
      await setLimits(ledger, byAdmin, { limits, maxInFlight: change.maxInFlight });
      return;
    }
    case 'lower':
      await lowerLimits(ledger, byPerson, { limits: { tokensPerDay: BigInt(change.tokensPerDay) } });
      return;
    case 'restore':
      await restoreLimits(ledger, byPerson, ['tokensPerDay']);
      return;
    case 'plan':
      await setPlan(ledger, byAdmin, change.plan);
      return;
    case 'zone':
      await setZone(ledger, byPerson, change.zone);
      return;
    case 'caps':
      await setLimits(ledger, byAdmin, {
        limits: {},
        operationsPerDay: { [OPERATION]: BigInt(change.calls) },
      });
  }
}
