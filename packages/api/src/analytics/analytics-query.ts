import { GROUPINGS, PERIODS } from '@resumint/metering';
import { z } from 'zod';

/** Which usage is looked at, and how it is told apart. */
export const AnalyticsQuery = z.object({
  period: z.enum(Object.keys(PERIODS).filter(isPeriod)).default('thisMonth'),
  step: z.enum(['day', 'month']).default('day'),
  grouping: z.enum(GROUPINGS).default('operation'),
});

function isPeriod(name: string): name is keyof typeof PERIODS {
  return name in PERIODS;
}
