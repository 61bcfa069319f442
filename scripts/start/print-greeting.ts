import type { Stack } from './open-stack.ts';
import type { LocalAccounts } from './prepare-database.ts';
import type { Settings } from './settings.ts';
import type { LocalEdge } from './start-edge.ts';

interface Running {
  settings: Settings;
  stack: Stack;
  edge: LocalEdge | null;
}

/** Where it is, who to sign in as, and what is simulated. */
export function printGreeting({ settings, stack, edge }: Running, accounts: LocalAccounts | null): void {
  const { url } = settings;
  const rows = [
    ...accountRows(settings, accounts),
    ['Edge', edge?.url ?? 'none: a database by mysql:// cannot be reached from there'],
    ['Model', modelRow(stack)],
    ['Database', databaseRow(stack)],
    ['Mail', mailRow(settings)],
    ['API', `${url}/api/trpc, health at ${url}/api/health`],
    ['Try', 'npm run -s cli -- usage'],
    ['Stop', 'Ctrl-C'],
  ];
  const lines = rows.map(([name = '', text = '']) => `  ${name.padEnd(10)}${text}`);
  console.log(`\nResumint is at ${url}\n\n${lines.join('\n')}\n`);
}

function accountRows({ hasClerk }: Settings, accounts: LocalAccounts | null): string[][] {
  if (hasClerk) return [['Sign in', 'with Clerk, by your CLERK_PUBLISHABLE_KEY']];
  if (!accounts) return [['Sign in', 'local accounts of your database; none was made']];
  const { demo, admin } = accounts;
  return [
    ['Person', `${demo.email}   password ${demo.password}`],
    ['Admin', `${admin.email}  password ${admin.password}`],
  ];
}

function modelRow({ simulated }: Stack): string {
  return simulated.includes('model')
    ? 'simulated; set OPENAI_API_KEY for OpenAI'
    : 'OpenAI, by your OPENAI_API_KEY: calls cost real money';
}

function mailRow({ mail }: Settings): string {
  return 'smtpUrl' in mail
    ? 'by your SMTP_URL'
    : `into the folder ${mail.directory}; set SMTP_URL for a mail server`;
}

function databaseRow({ localDatabase }: Stack): string {
  return localDatabase
    ? `local ${localDatabase.version} behind PlanetScale's protocol; set DATABASE_URL for another`
    : 'yours, by DATABASE_URL';
}
