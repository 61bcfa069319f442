import type { Inputs } from '@resumint/client';
import { formatCount, formatMoney } from '@resumint/wording';
import { JSON_OPTION, readArgs, type Command } from '../command.ts';
import { usageError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
import { writeLines } from '../io.ts';
import { toJson } from '../json/to-json.ts';
import { parseCount, parseDollars } from '../text/parse-amount.ts';

type Request = Inputs['usage']['adjustFor'];

const SCOPES = { day: true, month: true, lifetime: true } as const satisfies Record<Request['scope'], true>;
const REASONS = { refund: true, repair: true, goodwill: true } as const satisfies Record<
  Request['reason'],
  true
>;

const spec = {
  name: 'admin adjust',
  operands: 'EMAIL',
  about: 'give back what a person was charged, or charge what was missed (admins only)',
  details:
    'The person can read it with its note. A day is in its month, and both are in the lifetime; what is given back in one is given back in all that it is in.',
  options: {
    tokens: { type: 'string', value: 'N', about: 'tokens to give back' },
    cost: { type: 'string', value: '$', about: 'dollars to give back, such as 0.25' },
    charge: { type: 'boolean', about: 'charge the amounts instead; only as a repair' },
    scope: {
      type: 'string',
      value: 'S',
      about: 'the running day or month, or lifetime alone; day when left out',
    },
    reason: { type: 'string', value: 'R', about: `${Object.keys(REASONS).join(', ')}; refund when left out` },
    note: { type: 'string', value: 'TEXT', about: 'why, in words for the person' },
    key: { type: 'string', value: 'K', about: 'an idempotency key: with it this is made once' },
    json: JSON_OPTION,
  },
} as const;

export const adminAdjust: Command = {
  spec,
  async run({ client, out }, args) {
    const { values, positionals } = readArgs(spec, args, { least: 1 });
    const { tokens, cost, note, key, charge = false, scope = 'day', reason = 'refund' } = values;
    const [email = ''] = positionals;
    if (tokens === undefined && cost === undefined) {
      throw usageError('Name an amount: --tokens, --cost or both.');
    }
    if (note === undefined) throw usageError('--note is needed: the person reads it.');
    if (!isScope(scope)) throw usageError(`--scope takes ${Object.keys(SCOPES).join(', ')}, not "${scope}".`);
    if (!isReason(reason)) {
      throw usageError(`--reason takes ${Object.keys(REASONS).join(', ')}, not "${reason}".`);
    }
    const sign = charge ? 1 : -1;
    const answer = await client.usage.adjustFor.mutate({
      email,
      ...(tokens !== undefined && { tokens: sign * Number(parseCount('tokens', tokens)) }),
      ...(cost !== undefined && { costNanos: BigInt(sign) * parseDollars('cost', cost) }),
      scope,
      reason,
      note,
      ...(key !== undefined && { idempotencyKey: key }),
    });
    writeLines(out, values.json ? [toJson(answer)] : linesOf(answer.spent));
    return EXIT.ok;
  },
};

type Spent = Record<'day' | 'month' | 'lifetime', { tokens: number; costNanos: bigint }>;

function linesOf({ day, month, lifetime }: Spent): string[] {
  const line = (title: string, { tokens, costNanos }: Spent['day']) =>
    `${title.padEnd(8)}  ${formatCount(tokens)} tokens, ${formatMoney(costNanos, 'up')}`;
  return ['Adjusted. Spent now:', line('Day', day), line('Month', month), line('In all', lifetime)];
}

const isScope = (name: string): name is Request['scope'] => Object.hasOwn(SCOPES, name);
const isReason = (name: string): name is Request['reason'] => Object.hasOwn(REASONS, name);
