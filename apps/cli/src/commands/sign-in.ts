import { JSON_OPTION, readArgs, type Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { writeLines } from '../io.ts';
import { toJson } from '../json/to-json.ts';

const spec = {
  name: 'sign-in',
  operands: 'EMAIL',
  about: 'sign in and stay so on this machine',
  details:
    'Asks for the password without showing it, or reads it from the standard input when that is no terminal. The ' +
    'session is kept in resumint/cli.json in your configuration folder, which only you can read.',
  options: {
    'password-stdin': { type: 'boolean', about: 'read the password from the standard input' },
    json: JSON_OPTION,
  },
} as const;

export const signIn: Command = {
  spec,
  async run({ client, url, signIn: store, readPassword, out, err }, args) {
    const { values, positionals } = readArgs(spec, args, { least: 1 });
    const email = positionals[0] ?? '';
    const password = await readPassword(values['password-stdin'] ? 'stdin' : 'prompt');
    const { token, expiresAt, identity } = await client.account.signIn.mutate({ email, password });
    await store.save({ email, token });
    writeLines(out, [
      values.json
        ? toJson({ url, email, userId: identity.userId, expiresAt })
        : `Signed in to ${url} as ${email}.`,
    ]);
    if (store.source === 'environment') {
      writeLines(err, ['RESUMINT_TOKEN is set and is used in place of this sign-in.']);
    }
    return EXIT.ok;
  },
};
