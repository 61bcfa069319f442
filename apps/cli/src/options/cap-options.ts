import type { Inputs } from '@resumint/client';
import type { OptionSpec } from '../command.ts';
import { usageError } from '../command-error.ts';
import { parseCount } from '../text/parse-amount.ts';

type OperationName = keyof NonNullable<Inputs['limits']['lower']['operationsPerDay']>;

const OPERATIONS = {
  'resume.parse': true,
  'resume.summarize': true,
} as const satisfies Record<OperationName, true>;

export const CAP_OPTIONS = {
  'calls-per-day': {
    type: 'string',
    value: 'OPERATION=N',
    about: `calls of an operation in a day, of ${Object.keys(OPERATIONS).join(', ')}; several with spaces between`,
  },
} as const satisfies Record<string, OptionSpec>;

type Caps<Value> = Partial<Record<OperationName, Value>>;

/** The caps that were named, such as `resume.parse=5 resume.summarize=20`. */
export function capsOf(text: string | undefined): Caps<bigint> {
  return readCaps(text, (amount) => parseCount('calls-per-day', amount));
}

/** As `capsOf`, with what an admin may set beside amounts. */
export function capSettingsOf(text: string | undefined): Caps<bigint | null | 'plan'> {
  return readCaps(text, (amount) => {
    if (amount === 'unlimited') return null;
    return amount === 'plan' ? amount : parseCount('calls-per-day', amount);
  });
}

function readCaps<Value>(text: string | undefined, read: (amount: string) => Value): Caps<Value> {
  const caps: Caps<Value> = {};
  for (const pair of text?.trim().split(/\s+/) ?? []) {
    const [operation = '', amount, ...more] = pair.split('=');
    if (!isOperation(operation) || amount === undefined || more.length > 0) {
      throw usageError(`--calls-per-day takes such as resume.parse=5, not "${pair}".`);
    }
    caps[operation] = read(amount);
  }
  return caps;
}

const isOperation = (name: string): name is OperationName => Object.hasOwn(OPERATIONS, name);
