export type { Mail, SendMail } from './send-mail.ts';
