import { readAppError } from '@resumint/client';
import { JSON_OPTION, readArgs, type Command } from '../command.ts';
import { CommandError, usageError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
import { writeLines, type Io } from '../io.ts';
import { toJson } from '../json/to-json.ts';

const spec = {
  name: 'sign-out',
  operands: '',
  about: 'end the session that was begun with sign-in',
  options: { json: JSON_OPTION },
} as const;

export const signOut: Command = {
  spec,
  async run(io, args) {
    const { values } = readArgs(spec, args);
    const { source, forget } = io.signIn;
    if (source === 'environment') throw usageError('You are signed in by RESUMINT_TOKEN. Unset it instead.');
    if (source !== 'saved') {
      throw new CommandError('not_signed_in', `You have not signed in to ${io.url} here.`);
    }
    await endSession(io);
    await forget();
    writeLines(io.out, [values.json ? toJson({ url: io.url }) : `Signed out of ${io.url}.`]);
    return EXIT.ok;
  },
};

/** A session that has ended already is as good as ended. */
async function endSession({ client }: Io): Promise<void> {
  try {
    await client.account.signOut.mutate();
  } catch (error) {
    if (readAppError(error)?.code !== 'unauthenticated') throw error;
  }
}
