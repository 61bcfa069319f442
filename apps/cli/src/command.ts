import { parseArgs } from 'node:util';
import { usageError } from './command-error.ts';
import type { Io } from './io.ts';

export const PROGRAM = 'npm run -s cli --';

export interface OptionSpec {
  type: 'string' | 'boolean';
  /** How the help names its value. */
  value?: string;
  about: string;
}

export interface CommandSpec {
  /** One word, or more where a noun has verbs. */
  name: string;
  operands: string;
  about: string;
  /** More for the help of this command. */
  details?: string;
  options: Record<string, OptionSpec>;
}

export interface Command {
  spec: CommandSpec;
  /** Gives the exit code. */
  run: (io: Io, args: string[]) => Promise<number>;
}

export const JSON_OPTION = {
  type: 'boolean',
  about: 'print JSON for programs; amounts in exact nano-dollars',
} as const satisfies OptionSpec;

/** Reads the arguments of a command as it declares them. Throws `usage` for any that it does not know. */
export function readArgs<Options extends CommandSpec['options']>(
  { name, operands: named, options }: CommandSpec & { options: Options },
  args: string[],
  operands: { least?: number; most?: number } = {},
) {
  const { least = 0, most = least } = operands;
  const parsed = parse(name, options, args);
  const count = parsed.positionals.length;
  if (count < least) throw usageError(`${name} needs ${describeOperands(named)}. ${seeHelp(name)}`);
  if (count > most) throw usageError(`${name} does not take "${parsed.positionals[most]}". ${seeHelp(name)}`);
  return parsed;
}

export function seeHelp(name: string): string {
  return `See "${PROGRAM} ${name} --help".`;
}

/** `FILE|DOCUMENT_ID` is a FILE or a DOCUMENT_ID. */
function describeOperands(operands: string): string {
  return operands
    .split('|')
    .map((operand) => `${/^[AEIOU]/.test(operand) ? 'an' : 'a'} ${operand}`)
    .join(' or ');
}

function parse<Options extends CommandSpec['options']>(name: string, options: Options, args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [problem] = error.message.split('. ');
    const flags = Object.keys(options).map((flag) => `--${flag}`);
    throw usageError(`${problem}. ${name} takes ${flags.join(', ')}. ${seeHelp(name)}`, error);
  }
}
