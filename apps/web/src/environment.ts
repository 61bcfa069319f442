import { z } from 'zod';
import { clerkSettings, clerkVariables, missingClerkVariables } from './clerk/clerk-variables.ts';
import { mailVariables, missingMailVariables } from './mail/mail-variables.ts';
import { optionalVariable } from './optional-variable.ts';

/** Parts that stand in for a real service. Each must be allowed by name, since it must never serve strangers. */
export const SIMULATED_PARTS = ['model', 'sign-in', 'mail'] as const;
export type SimulatedPart = (typeof SIMULATED_PARTS)[number];

const Secret = z.string().min(32, 'needs at least 32 characters');

export const Environment = z
  .object({
    DATABASE_URL: z.url({ protocol: /^(mysql|https?)$/ }),
    SESSION_SECRET: Secret,
    LEDGER_SECRET: Secret,
    /** The address that browsers know the app by: scheme, host and port. */
    APP_ORIGIN: z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin),
    /** The router's mount at the edge, for the browser's AI calls. */
    EDGE_URL: z.url({ protocol: /^https?$/ }).optional(),
    OPENAI_API_KEY: z.string().min(1),
    OPENAI_BASE_URL: z.url().optional(),
    ALLOW_SIMULATED: z
      .string()
      .default('')
      .transform((names) => names.split(/[\s,]+/).filter((name) => name !== ''))
      .pipe(z.array(z.enum(SIMULATED_PARTS))),
    HOLD_SECONDS: z.coerce.number().int().min(1).max(900).default(120),
    /** Of one person, and of each process or isolate. */
    CALLS_PER_SECOND: z.coerce.number().min(0.1).max(10_000).default(20),
    /** With it a scheduler may have the ledger followed; empty for nobody. */
    FOLLOWER_SECRET: optionalVariable(Secret),
    /** The states that /gallery shows; empty for no gallery. */
    GALLERY_FILE: optionalVariable(z.string()),
    ...mailVariables,
    ...clerkVariables,
  })
  .superRefine((variables, context) => {
    for (const name of missingClerkVariables(variables)) {
      context.addIssue({
        code: 'custom',
        path: [name],
        message: 'is needed where another variable of Clerk is set',
      });
    }
    for (const name of missingMailVariables(variables)) {
      context.addIssue({ code: 'custom', path: [name], message: 'is needed where SMTP_URL is set' });
    }
    if (variables.GALLERY_FILE !== undefined && clerkSettings(variables)) {
      context.addIssue({
        code: 'custom',
        path: ['GALLERY_FILE'],
        message: 'is not for an app that Clerk signs people in to',
      });
    }
  });
export type Environment = z.infer<typeof Environment>;

let read: Environment | undefined;

/** The configuration of this process. */
export function environment(): Environment {
  return (read ??= readEnvironment(process.env));
}

/** Reads the configuration, or throws with every variable that is missing or wrong. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const environment = Environment.safeParse(variables);
  if (!environment.success) {
    throw new Error(
      `The configuration is not complete. See .env.example.\n${z.prettifyError(environment.error)}`,
    );
  }
  return environment.data;
}

/** What is simulated in this configuration. Throws when a part is that was not allowed. */
export function simulatedParts(environment: Environment): SimulatedPart[] {
  const isSimulated = {
    model: environment.OPENAI_API_KEY.startsWith('sk-simulated-'),
    'sign-in': clerkSettings(environment) === null,
    mail: environment.SMTP_URL === undefined && environment.MAIL_DIRECTORY !== undefined,
  } satisfies Record<SimulatedPart, boolean>;
  const parts = SIMULATED_PARTS.filter((part) => isSimulated[part]);
  for (const part of parts) {
    if (environment.ALLOW_SIMULATED.includes(part)) continue;
    throw new Error(`${part} is simulated or local. Set up the real one, or name it in ALLOW_SIMULATED.`);
  }
  return parts;
}
