import { z } from 'zod';

/** Parts that stand in for a real service. Each must be allowed by name, since it must never serve strangers. */
const SIMULATED_PARTS = ['model', 'sign-in'] as const;
export type SimulatedPart = (typeof SIMULATED_PARTS)[number];

const Secret = z.string().min(32, 'needs at least 32 characters');

/** The worker's bindings: secrets and variables of the same names and meanings as those of the web app. */
export const Environment = z.object({
  APP_ORIGIN: z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin),
  /** PlanetScale's protocol alone: a worker has no other way to a database. */
  DATABASE_URL: z.url({ protocol: /^https?$/ }),
  SESSION_SECRET: Secret,
  LEDGER_SECRET: Secret,
  OPENAI_API_KEY: z.string().min(1),
  OPENAI_BASE_URL: z.url().optional(),
  ALLOW_SIMULATED: z
    .string()
    .default('')
    .transform((names) => names.split(/[\s,]+/).filter((name) => name !== ''))
    .pipe(z.array(z.enum(SIMULATED_PARTS))),
  /** Set where Clerk signs people in: the public key of its tokens, with line ends written out or not. */
  CLERK_JWT_KEY: z
    .string()
    .transform((pem) => pem.replaceAll('\\n', '\n'))
    .optional(),
  HOLD_SECONDS: z.coerce.number().int().min(1).max(900).default(120),
  /** Of one person, and of each process or isolate. */
  CALLS_PER_SECOND: z.coerce.number().min(0.1).max(10_000).default(20),
});
export type Environment = z.infer<typeof Environment>;

/** Reads the bindings, or throws with each that is missing or wrong. */
export function readEnvironment(bindings: Record<string, unknown>): Environment {
  const environment = Environment.safeParse(bindings);
  if (environment.success) return environment.data;
  throw new Error(`The bindings are not complete.\n${z.prettifyError(environment.error)}`);
}

/** What is simulated in this configuration. Throws when a part is that was not allowed. */
export function simulatedParts(environment: Environment): SimulatedPart[] {
  const isSimulated = {
    model: environment.OPENAI_API_KEY.startsWith('sk-simulated-'),
    'sign-in': environment.CLERK_JWT_KEY === undefined,
  } satisfies Record<SimulatedPart, boolean>;
  const parts = SIMULATED_PARTS.filter((part) => isSimulated[part]);
  for (const part of parts) {
    if (environment.ALLOW_SIMULATED.includes(part)) continue;
    throw new Error(`${part} is simulated or local. Set up the real one, or name it in ALLOW_SIMULATED.`);
  }
  return parts;
}
