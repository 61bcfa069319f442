import type { LocalAccount } from './prepare-database.ts';
import type { Settings } from './settings.ts';
import type { Stack } from './open-stack.ts';

/** Where it is, who to sign in as, and what is simulated. */
export function printGreeting(
  { url }: Settings,
  { simulated, databaseVersion }: Stack,
  { demo, admin }: { demo: LocalAccount; admin: LocalAccount },
): void {
  console.log(`
Resumint is at ${url}

  Sign in     ${demo.email}   ${demo.password}
  As admin    ${admin.email}  ${admin.password}

  Simulated   ${simulated.includes('model') ? 'the language model (set OPENAI_API_KEY for OpenAI)' : 'no model'}
  Local       sign-in${databaseVersion ? `, database ${databaseVersion} behind PlanetScale's protocol (set DATABASE_URL for another)` : ''}

  Try         npm run -s cli -- usage
  Stop        Ctrl-C
`);
}
