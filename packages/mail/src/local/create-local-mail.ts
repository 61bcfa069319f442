import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildMessage } from '../compose-message.ts';
import type { SendMail } from '../send-mail.ts';

export interface LocalMailOptions {
  /** Made where it is missing. */
  directory: string;
  from: string;
}

/** Mail into a folder, one `.eml` file a message: sent again it is the same file. Stands in for a mail server. */
export function createLocalMail({ directory, from }: LocalMailOptions): SendMail {
  return async (mail) => {
    const message = await buildMessage(from, mail);
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const file = join(directory, `${mail.messageId.slice(1, -1)}.eml`);
    const draft = `${file}.${randomUUID()}`;
    try {
      await writeFile(draft, message, { mode: 0o600 });
      await rename(draft, file);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  };
}
