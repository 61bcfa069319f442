import { z } from 'zod';
import { optionalVariable } from '../optional-variable.ts';

/** How mail leaves: by SMTP, else into a folder, else not at all. Part of the configuration of the app. */
export const mailVariables = {
  SMTP_URL: optionalVariable(z.url({ protocol: /^smtps?$/ })),
  MAIL_FROM: optionalVariable(z.string().regex(/^[^\r\n@]*[^\s@]+@[^\s@]+$/, 'is no sender')),
  MAIL_DIRECTORY: optionalVariable(z.string()),
};

export type MailVariables = z.infer<z.ZodObject<typeof mailVariables>>;

export function missingMailVariables({ SMTP_URL, MAIL_FROM }: MailVariables): (keyof MailVariables)[] {
  return SMTP_URL !== undefined && MAIL_FROM === undefined ? ['MAIL_FROM'] : [];
}
