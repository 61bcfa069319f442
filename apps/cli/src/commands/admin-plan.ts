import type { Inputs } from '@resumint/client';
import { JSON_OPTION, readArgs, type Command } from '../command.ts';
import { usageError } from '../command-error.ts';
import { printLimits } from '../text/print-limits.ts';

type PlanVersion = Inputs['limits']['setPlanFor']['plan'];

const PLANS = {
  'free@1': true,
  'basic@1': true,
  'premium@1': true,
} as const satisfies Record<PlanVersion, true>;

const spec = {
  name: 'admin plan',
  operands: 'EMAIL PLAN',
  about: 'move a person to a plan, from their next call on (admins only)',
  details: `Plans are ${Object.keys(PLANS).join(', ')}. Nothing is paid by it, and nothing that was used is reset.`,
  options: { json: JSON_OPTION },
} as const;

export const adminPlan: Command = {
  spec,
  async run(io, args) {
    const { values, positionals } = readArgs(spec, args, { least: 2 });
    const [email = '', plan = ''] = positionals;
    if (!isPlan(plan)) {
      throw usageError(`There is no plan "${plan}". Take one of ${Object.keys(PLANS).join(', ')}.`);
    }
    return printLimits(io, await io.client.limits.setPlanFor.mutate({ email, plan }), values.json);
  },
};

const isPlan = (name: string): name is PlanVersion => Object.hasOwn(PLANS, name);
