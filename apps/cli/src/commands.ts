import type { Command } from './command.ts';
import { activity } from './commands/activity.ts';
import { adminAdjust } from './commands/admin-adjust.ts';
import { adminLimits } from './commands/admin-limits.ts';
import { adminPlan } from './commands/admin-plan.ts';
import { adminPricesAdd } from './commands/admin-prices-add.ts';
import { adminPrices } from './commands/admin-prices.ts';
import { analytics } from './commands/analytics.ts';
import { audit } from './commands/audit.ts';
import { alerts } from './commands/alerts.ts';
import { choices } from './commands/choices.ts';
import { forecast } from './commands/forecast.ts';
import { limitsAlert } from './commands/limits-alert.ts';
import { limitsCheck } from './commands/limits-check.ts';
import { limitsLower } from './commands/limits-lower.ts';
import { limitsRestore } from './commands/limits-restore.ts';
import { limitsWarn } from './commands/limits-warn.ts';
import { limits } from './commands/limits.ts';
import { parse } from './commands/parse.ts';
import { resumes } from './commands/resumes.ts';
import { signIn } from './commands/sign-in.ts';
import { signOut } from './commands/sign-out.ts';
import { suggestions } from './commands/suggestions.ts';
import { summarize } from './commands/summarize.ts';
import { usage } from './commands/usage.ts';

export const COMMANDS: Command[] = [
  signIn,
  signOut,
  parse,
  summarize,
  resumes,
  usage,
  activity,
  analytics,
  forecast,
  suggestions,
  choices,
  audit,
  alerts,
  limits,
  limitsLower,
  limitsRestore,
  limitsWarn,
  limitsAlert,
  limitsCheck,
  adminLimits,
  adminPlan,
  adminAdjust,
  adminPrices,
  adminPricesAdd,
];

/** The command that arguments begin with, and the arguments of it. The longest name wins. */
export function findCommand(args: string[]): { command: Command; rest: string[] } | null {
  for (const words of [3, 2, 1]) {
    const name = args.slice(0, words).join(' ');
    const command = COMMANDS.find(({ spec }) => spec.name === name);
    if (command && name.split(' ').length === words) return { command, rest: args.slice(words) };
  }
  return null;
}
