import type { WayThrough } from '@resumint/errors';
import { formatCount } from './format-count.ts';
import { formatMoney } from './format-money.ts';
import { formatTime } from './format-time.ts';
import { planTitle } from './plan-title.ts';

/** What a person can do about a denial, as it goes on after "You can". */
export function describeWay(way: WayThrough, zone: string): string {
  switch (way.kind) {
    case 'wait':
      return `wait until ${formatTime(way.until, zone)}`;
    case 'smallerOutput':
      return `allow a shorter answer, of at most ${formatCount(way.maxOutputTokens)} tokens`;
    case 'cheaperModel':
      return `use the cheaper model ${way.model}`;
    case 'plan':
      return `have room for it on the plan ${planTitle(way.plan)}, which is ${formatMoney(way.pricePerMonthNanos)} a month`;
    case 'withoutAi':
      return 'go on without AI: everything that needs none still works';
  }
}
