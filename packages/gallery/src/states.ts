import { minutesAgo, reading, summary, takingRest, weeksBefore } from './history.ts';
import type { StateOf } from './state-of.ts';

/** Calls of today, one for each way to end. */
const TODAY = [
  summary(minutesAgo(180), null),
  reading(minutesAgo(128), 900),
  summary(minutesAgo(120)),
  summary(minutesAgo(97), 'failed'),
  summary(minutesAgo(64), 'corrected'),
  summary(minutesAgo(12), 'stopped'),
];

const DOLLAR = 1_000_000_000n;

/** Every state that usage can be in, in the order in which the gallery shows them. */
export const STATES: readonly StateOf[] = [
  {
    name: 'empty',
    title: 'Empty',
    about: 'A new account: nothing used, nothing to list, everything granted.',
    calls: [],
  },
  {
    name: 'first-call',
    title: 'One call',
    about: 'A first call: charts of one point, and too little to forecast or to suggest from.',
    calls: [reading(minutesAgo(12), 900)],
  },
  {
    name: 'loading',
    title: 'Loading',
    about: 'Nothing has been read yet, as where a page is opened from another one on a slow connection.',
    calls: [],
    reads: 'pending',
  },
  {
    name: 'failed',
    title: 'Failed',
    about: 'The numbers were read, and cannot be read again: the last ones stay, with their time.',
    calls: [...weeksBefore(), ...TODAY],
    reads: 'outdated',
  },
  {
    name: 'never-read',
    title: 'Failed, nothing known',
    about: 'The numbers could not be read at all: none is shown, and above all no 0.',
    calls: [],
    reads: 'failed',
  },
  {
    name: 'normal',
    title: 'Normal',
    about: 'Some weeks of use, well within every limit, with a refund by an admin.',
    calls: [...weeksBefore(), ...TODAY],
    refund: { tokens: 400, costNanos: 480_000n, note: 'The answer of this morning was cut off.' },
  },
  {
    name: 'running',
    title: 'A call is running',
    about: 'What it may take at most is held: lighter on the bars, and apart from what is used.',
    calls: [...weeksBefore(), ...TODAY, reading(minutesAgo(0.2), 1_380, null)],
  },
  {
    name: 'near',
    title: 'Near a limit',
    about: 'Past the warning, and the next call still fits.',
    calls: [...weeksBefore(), ...TODAY, reading(minutesAgo(4), 1_100)],
  },
  {
    name: 'tight',
    title: 'Less left than a call needs',
    about: 'The next call does not fit; a shorter answer or a cheaper model would.',
    calls: [...weeksBefore(), ...TODAY],
    terms: (terms) => ({ ...terms, loweredByUser: { costPerDay: 4_100_000n } }),
  },
  {
    name: 'over-daily',
    title: 'Over the daily limit',
    about: 'The tokens of the day are used up.',
    calls: [...weeksBefore(), ...TODAY, takingRest('restOfDay', minutesAgo(3))],
  },
  {
    name: 'over-monthly',
    title: 'Over the monthly limit',
    about: 'The tokens of the month are used up; tomorrow does not help.',
    calls: [
      ...weeksBefore({ days: 16, readingsADay: 3 }),
      summary(minutesAgo(40)),
      takingRest('restOfMonth', minutesAgo(3)),
    ],
  },
  {
    name: 'in-flight',
    title: 'Over the calls at once',
    about: 'As many calls as may run at once are running.',
    calls: [
      ...weeksBefore(),
      ...TODAY,
      ...Array.from({ length: 12 }, (_, index) => summary(minutesAgo(1.5 - index / 12), null)),
    ],
    terms: (terms) => ({ ...terms, plan: 'basic@1' }),
  },
  {
    name: 'soft',
    title: 'Soft limits',
    about: 'An admin has made the limits soft: what goes past them is made, charged and told of.',
    calls: [...weeksBefore(), ...TODAY, takingRest('restOfDay', minutesAgo(9)), summary(minutesAgo(3))],
    terms: (terms) => ({ ...terms, enforcement: 'soft' }),
  },
  {
    name: 'unlimited',
    title: 'Without limits',
    about: 'An admin has taken all limits away: there is no share of anything, so no bar.',
    calls: [...weeksBefore(), ...TODAY],
    terms: (terms) => ({
      ...terms,
      setByAdmin: { tokensPerDay: null, costPerDay: null, tokensPerMonth: null, costPerMonth: null },
    }),
  },
  {
    name: 'lowered',
    title: 'Lowered by the person',
    about: 'The person allows themselves less than they are granted.',
    calls: [...weeksBefore(), ...TODAY],
    terms: (terms) => ({
      ...terms,
      loweredByUser: { tokensPerDay: 8_000n, costPerMonth: DOLLAR / 2n },
      operationsPerDay: { setByAdmin: {}, loweredByUser: { 'resume.parse': 5n } },
    }),
  },
  {
    name: 'broken',
    title: 'The record was changed',
    about: 'Somebody edited an entry of the ledger: the proof says which.',
    calls: [...weeksBefore(), ...TODAY],
    isTampered: true,
  },
  {
    name: 'simulated',
    title: 'Simulated parts',
    about: 'Model, sign-in and mail stand in for real ones, and the sidebar says so.',
    calls: [...weeksBefore(), ...TODAY],
    simulated: ['model', 'sign-in', 'mail'],
  },
];

export const STATE_NAMES = STATES.map(({ name }) => name);
