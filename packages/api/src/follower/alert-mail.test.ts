import { expect, it } from 'vitest';
import { alertMail, type AlertMail } from './alert-mail.ts';

const limit = {
  userId: 'usr_01h',
  seq: 12,
  limit: 'tokensPerDay',
  unit: 'tokens',
  used: 8_012n,
  allowed: 10_000n,
  resetsAt: new Date('2026-03-17T23:00:00Z'),
} as const;
const mail: AlertMail = {
  alert: { ...limit, kind: 'crossed', percent: 80 },
  to: 'ada@example.com',
  zone: 'Europe/Berlin',
  appOrigin: 'https://resumint.example',
};
const reset: AlertMail = { ...mail, alert: { ...limit, kind: 'reset', used: 10_000n } };

it('tells which limit, how much, and when it resets where the person is', () => {
  const { html, ...rest } = alertMail(mail);
  expect(rest).toEqual({
    to: 'ada@example.com',
    subject: 'You have reached 80 % of your limit of tokens per day',
    text: `You have reached 80 % of your limit of tokens per day

8,012 of 10,000 tokens, resets 18 Mar 2026, 00:00 Europe/Berlin.

Reading by rules, editing and saving go on working, and cost nothing.

Show usage and limits: https://resumint.example/billing

--${' '}
You get this mail because mails about limits are on.
Change when and how you are told: https://resumint.example/settings#notifications
`,
    messageId: '<usr_01h.12.tokensPerDay.80@resumint.example>',
  });
  expect(html).toContain('8,012 of 10,000 tokens, resets 18 Mar 2026, 00:00 Europe/Berlin.');
  expect(html).toContain('width="80%"');
});

it('tells that a limit has reset', () => {
  const { subject, text, html, messageId } = alertMail(reset);
  expect(subject).toBe('Your limit of tokens per day has reset');
  expect(text).toContain('Used up at 10,000 of 10,000 tokens');
  expect(html).not.toContain('class="bar"');
  expect(messageId).toBe('<usr_01h.12.tokensPerDay.reset@resumint.example>');
});

it('is named by what crossed what, and by nothing that may change', () => {
  const idOf = (changes: Partial<AlertMail>) => alertMail({ ...mail, ...changes }).messageId;
  expect(idOf({ to: 'other@example.com', zone: 'UTC' })).toBe(idOf({}));
  expect(idOf({ appOrigin: 'http://[::1]:3000' })).toMatch(/^<[\w.-]+@[\w.-]+>$/);
});
