export { createLocalMail, type LocalMailOptions } from './create-local-mail.ts';
