import { z } from 'zod';
import { NO_ALERTS, type Meter, type OpenHold, type State } from '../stream/state.ts';

const Nanos = z.string().transform(BigInt);

const CarriedHold = z.tuple([
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.number(),
  Nanos,
  z.number(),
  z.number(),
  z.number(),
]);

const CarriedMeter = z.tuple([z.number(), z.number(), z.number(), Nanos, z.number(), Nanos]);

const Carried = z.object({
  open: z.array(CarriedHold).default([]),
  previousDay: CarriedMeter.nullable().default(null),
  previousMonth: CarriedMeter.nullable().default(null),
  admittedToday: z.record(z.string(), z.number()).default({}),
  alerted: z
    .partialRecord(z.enum(['tokensPerDay', 'costPerDay', 'tokensPerMonth', 'costPerMonth']), z.number())
    .default({}),
});

type CarriedState = Pick<
  State,
  'open' | 'previousDay' | 'previousMonth' | 'admittedToday' | 'alertedPercent'
>;

/** The part of the state that has no column of its own, as compact JSON: what is empty is left out. */
export function encodeCarried(state: CarriedState): string {
  const alerted = Object.entries(state.alertedPercent).filter(([, percent]) => percent > 0);
  return JSON.stringify({
    ...(state.open.length > 0 && { open: state.open.map(encodeHold) }),
    ...(state.previousDay && { previousDay: encodeMeter(state.previousDay) }),
    ...(state.previousMonth && { previousMonth: encodeMeter(state.previousMonth) }),
    ...(Object.keys(state.admittedToday).length > 0 && { admittedToday: state.admittedToday }),
    ...(alerted.length > 0 && { alerted: Object.fromEntries(alerted) }),
  });
}

export function decodeCarried(text: string): CarriedState {
  const { open, previousDay, previousMonth, admittedToday, alerted } = Carried.parse(JSON.parse(text));
  return {
    open: open.map(decodeHold),
    previousDay: previousDay && decodeMeter(previousDay),
    previousMonth: previousMonth && decodeMeter(previousMonth),
    admittedToday,
    alertedPercent: { ...NO_ALERTS, ...alerted },
  };
}

function encodeHold(hold: OpenHold): z.input<typeof CarriedHold> {
  const { operationId, operation, model, priceVersion, tokens, costNanos } = hold;
  const { admittedDay, admittedMonth, expiresAt } = hold;
  return [
    operationId,
    operation,
    model,
    priceVersion,
    tokens,
    `${costNanos}`,
    admittedDay,
    admittedMonth,
    expiresAt,
  ];
}

function decodeHold(carried: z.output<typeof CarriedHold>): OpenHold {
  const [
    operationId,
    operation,
    model,
    priceVersion,
    tokens,
    costNanos,
    admittedDay,
    admittedMonth,
    expiresAt,
  ] = carried;
  return {
    operationId,
    operation,
    model,
    priceVersion,
    tokens,
    costNanos,
    admittedDay,
    admittedMonth,
    expiresAt,
  };
}

function encodeMeter({ startsAt, endsAt, spent, held }: Meter): z.input<typeof CarriedMeter> {
  return [startsAt, endsAt, spent.tokens, `${spent.costNanos}`, held.tokens, `${held.costNanos}`];
}

function decodeMeter([startsAt, endsAt, ...amounts]: z.output<typeof CarriedMeter>): Meter {
  const [spentTokens, spentNanos, heldTokens, heldNanos] = amounts;
  return {
    startsAt,
    endsAt,
    spent: { tokens: spentTokens, costNanos: spentNanos },
    held: { tokens: heldTokens, costNanos: heldNanos },
  };
}
