import { PROGRAM, type Command } from './command.ts';
import { usageError } from './command-error.ts';
import { COMMANDS, findCommand } from './commands.ts';
import { EXIT } from './exit-codes.ts';
import { explainFailure } from './explain-failure.ts';
import { describeFailure } from './failure.ts';
import { commandHelpLines, helpLines } from './help.ts';
import { writeLines, type Io, type Screens } from './io.ts';
import { toJson } from './json/to-json.ts';
import { writeText } from './text/write-text.ts';

export interface Terminal extends Screens {
  /** Finds the server and the sign-in. Not asked for help, which works without. */
  open: () => Promise<Io>;
}

/** Runs one command line and gives its exit code. Never throws: a failure is told on the standard error. */
export async function run({ out, err, open }: Terminal, args: string[]): Promise<number> {
  let io: Io | null = null;
  try {
    const chosen = choose(args);
    if (chosen.kind === 'help') {
      writeText(out, chosen.command ? commandHelpLines(chosen.command) : helpLines());
      return EXIT.ok;
    }
    io = await open();
    return await chosen.command.run(io, chosen.args);
  } catch (error) {
    const failure = describeFailure(error, io?.url ?? 'the server');
    if (args.includes('--json')) writeLines(err, [toJson({ error: failure.error })]);
    else {
      const command = findCommand(args)?.command.spec.name;
      writeText(err, await explainFailure(error, failure, { io, command }));
    }
    return failure.exitCode;
  }
}

type Chosen =
  { kind: 'help'; command: Command | undefined } | { kind: 'command'; command: Command; args: string[] };

function choose(args: string[]): Chosen {
  const isHelp = args[0] === 'help';
  const found = findCommand(isHelp ? args.slice(1) : args);
  const asksForHelp = isHelp || args.includes('--help') || args.includes('-h');
  if (asksForHelp) return { kind: 'help', command: found?.command };
  if (found) return { kind: 'command', command: found.command, args: found.rest };
  const names = COMMANDS.map(({ spec }) => spec.name).join(', ');
  const problem = args[0] === undefined ? 'Name a command.' : `There is no command "${args[0]}".`;
  throw usageError(`${problem} There are ${names}. See "${PROGRAM} --help".`);
}
