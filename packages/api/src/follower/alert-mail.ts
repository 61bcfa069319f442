import type { Mail } from '@resumint/mail';
import { describeNotice, type LimitNotice } from '@resumint/wording';
import { renderLetter } from '../mail/render-letter.ts';

export interface AlertMail {
  alert: LimitNotice & { userId: string; seq: number };
  to: string;
  zone: string;
  /** Where the web app is. */
  appOrigin: string;
}

/** The mail that tells of a limit. It is named by what it tells, so that sent again it is the same mail. */
export function alertMail({ alert, to, zone, appOrigin }: AlertMail): Mail {
  const { title, details } = describeNotice(alert, zone);
  const letter = renderLetter({
    title,
    paragraphs: [`${details}.`, WHAT_IT_MEANS[alert.kind]],
    share: alert.kind === 'crossed' ? percentOf(alert) : null,
    action: { label: 'Show usage and limits', url: `${appOrigin}/billing` },
    footer: 'You get this mail because mails about limits are on.',
    footerAction: { label: 'Change when and how you are told', url: `${appOrigin}/settings#notifications` },
  });
  return { to, subject: title, ...letter, messageId: messageIdOf(alert, appOrigin) };
}

const WHAT_IT_MEANS = {
  crossed: 'Reading by rules, editing and saving go on working, and cost nothing.',
  reset: 'What you used before no longer counts against this limit.',
} as const satisfies Record<LimitNotice['kind'], string>;

function percentOf({ used, allowed }: Pick<LimitNotice, 'used' | 'allowed'>): number {
  return allowed === 0n ? 100 : Number((used * 100n) / allowed);
}

function messageIdOf(alert: AlertMail['alert'], appOrigin: string): string {
  const { userId, seq, limit } = alert;
  const what = alert.kind === 'crossed' ? alert.percent : 'reset';
  const host = new URL(appOrigin).hostname.replaceAll(/[^\w.-]/g, '');
  return `<${userId}.${seq}.${limit}.${what}@${host}>`;
}
