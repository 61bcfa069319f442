import { LIMIT_OPTIONS, settingsOf } from '../options/limit-options.ts';
import { CAP_OPTIONS, capSettingsOf } from '../options/cap-options.ts';
import { JSON_OPTION, readArgs, seeHelp, type Command } from '../command.ts';
import { usageError } from '../command-error.ts';
import { parseCount } from '../text/parse-amount.ts';
import { printLimits } from '../text/print-limits.ts';

const spec = {
  name: 'admin limits',
  operands: 'EMAIL',
  about: "set a person's limits in place of their plan's (admins only)",
  details: 'Each takes an amount, "unlimited", or "plan" for what the plan grants.',
  options: {
    ...LIMIT_OPTIONS,
    ...CAP_OPTIONS,
    enforcement: {
      type: 'string',
      value: 'E',
      about: 'hard refuses what goes past a limit; soft only warns',
    },
    'calls-at-once': { type: 'string', value: 'N', about: 'calls that may run at once, 0 to 32, or "plan"' },
    json: JSON_OPTION,
  },
} as const;

export const adminLimits: Command = {
  spec,
  async run(io, args) {
    const { values, positionals } = readArgs(spec, args, { least: 1 });
    const settings = settingsOf(values);
    const maxInFlight = callsAtOnceOf(values['calls-at-once']);
    const operationsPerDay = capSettingsOf(values['calls-per-day']);
    const grant = {
      ...(maxInFlight !== undefined && { maxInFlight }),
      ...(Object.keys(operationsPerDay).length > 0 && { operationsPerDay }),
      ...(values.enforcement !== undefined && { enforcement: enforcementOf(values.enforcement) }),
    };
    if (Object.keys(settings).length + Object.keys(grant).length === 0) {
      throw usageError(`Name a limit to set. ${seeHelp(spec.name)}`);
    }
    const email = positionals[0] ?? '';
    const current = await io.client.limits.setFor.mutate({ email, limits: settings, ...grant });
    return printLimits(io, current, values.json);
  },
};

function callsAtOnceOf(text: string | undefined): number | null | undefined {
  if (text === undefined) return undefined;
  return text === 'plan' ? null : Number(parseCount('calls-at-once', text));
}

function enforcementOf(text: string): 'hard' | 'soft' {
  if (text === 'hard' || text === 'soft') return text;
  throw usageError(`--enforcement takes hard or soft, not "${text}".`);
}
