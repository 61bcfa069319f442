import { describeTerms, OPENAI_PRICES } from '@resumint/metering';
import {
  analyticsOf,
  auditReplay,
  deniedOf,
  forecastOf,
  hoursOf,
  type ReadReplay,
} from '@resumint/metering/replay';
import { activityOf, adjustmentsOf, denialsOf, ENTRIES_SHOWN, receiptsOf } from './activity-of.ts';
import { answer, type Answer } from './answer.ts';
import { fitsIn, quotesOf } from './calls-of.ts';
import { DAY_MS, NOW } from './clock.ts';
import { choicesIn, suggestionsIn } from './insights-of.ts';
import { NOTIFICATIONS_SHOWN, notificationsOf } from './notifications-of.ts';
import { LEDGER_SECRET, USER_ID } from './person-of.ts';
import type { StateOf } from './state-of.ts';

const DAYS_OF_LIMITS = 62;
const RECEIPTS_SHOWN = 10;
const ADJUSTMENTS_SHOWN = 5;
const DENIALS_SHOWN = 10;
const DAYS_OF_HOURS = 30;
/** What the charts show when they are opened. */
const CHARTED = { period: 'thisMonth', step: 'day' } as const;
const GROUPED = { ...CHARTED, grouping: 'operation' } as const;
const NOTHING_ASKED = {
  operation: null,
  model: null,
  ending: null,
  from: null,
  to: null,
  search: null,
};

/** What the router would answer the pages of a person who is in a state. A page that asks for more needs a line here. */
export async function answersOf(person: ReadReplay, state: StateOf): Promise<Answer[]> {
  const { usage, usageRows, rows } = person;
  const { inForce } = person.state.terms;
  const quotes = quotesOf(person);
  const { zone, nextZone, plan } = usage;
  const denied = denialsOf(quotes, person);
  const audit = await auditReplay(rows, { clock: NOW, secret: LEDGER_SECRET });
  const notifications = notificationsOf(person);
  const since = new Date(NOW - DAYS_OF_LIMITS * DAY_MS);
  return [
    answer('account', 'me', {
      output: { userId: USER_ID, email: 'ada@example.com', role: 'person', zone, nextZone, plan },
    }),
    answer('usage', 'summary', { output: usage }),
    answer('usage', 'fits', { output: fitsIn(person) }),
    answer('usage', 'audit', { input: { extent: 'recent' }, output: audit }),
    answer('usage', 'list', {
      input: { limit: RECEIPTS_SHOWN },
      output: { receipts: receiptsOf(person).slice(0, RECEIPTS_SHOWN), nextCursor: null },
    }),
    answer('usage', 'adjustments', {
      input: { limit: ADJUSTMENTS_SHOWN },
      kind: 'infinite',
      output: { adjustments: adjustmentsOf(state), nextCursor: null },
    }),
    answer('usage', 'activity', {
      input: { query: NOTHING_ASKED, cursor: null, limit: ENTRIES_SHOWN },
      output: activityOf(person, state),
    }),
    answer('usage', 'denials', { input: { limit: DENIALS_SHOWN }, output: denied }),
    answer('usage', 'daily', {
      input: { days: DAYS_OF_LIMITS },
      output: usageRows.filter(({ dayStart }) => dayStart >= since),
    }),
    answer('usage', 'analytics', { input: GROUPED, output: analyticsOf(person, GROUPED) }),
    answer('usage', 'denied', { input: CHARTED, output: deniedOf(person, denied.denials, CHARTED) }),
    answer('usage', 'hours', {
      input: { days: DAYS_OF_HOURS },
      output: hoursOf(person, { days: DAYS_OF_HOURS }),
    }),
    answer('usage', 'forecast', { output: forecastOf(person) }),
    answer('suggestions', 'list', { output: suggestionsIn(person) }),
    answer('choices', 'list', { output: choicesIn(person) }),
    answer('limits', 'get', { output: describeTerms(inForce) }),
    answer('notifications', 'list', { output: notifications }),
    answer('notifications', 'list', {
      input: { limit: NOTIFICATIONS_SHOWN },
      kind: 'infinite',
      output: notifications,
    }),
    answer('prices', 'list', { output: PRICES_LISTED }),
    ...quotes.map((quote) => answer('ai', 'quote', quote)),
  ];
}

const PRICES_LISTED = OPENAI_PRICES.map((price) => ({ ...price, effectiveAt: new Date(price.effectiveAt) }));
