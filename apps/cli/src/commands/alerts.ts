import { JSON_OPTION, readArgs, type Command } from '../command.ts';
import { usageError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
import { writeLines, type Io } from '../io.ts';
import { toJson } from '../json/to-json.ts';
import { alertLines } from '../text/alert-lines.ts';
import { writeText } from '../text/write-text.ts';

const spec = {
  name: 'alerts',
  operands: '',
  about: 'what you were told of your limits, the newest first',
  options: {
    read: { type: 'boolean', about: 'mark all as read' },
    mail: { type: 'string', value: 'on|off', about: 'whether you are told by mail as well' },
    json: JSON_OPTION,
  },
} as const;

export const alerts: Command = {
  spec,
  async run(io, args) {
    const { values } = readArgs(spec, args);
    const { read = false, mail, json = false } = values;
    if (mail !== undefined) await setMail(io, mail);
    const page = await io.client.notifications.list.query();
    const { notifications, seenUpTo } = page;
    if (read && seenUpTo) await io.client.notifications.markRead.mutate({ seenUpTo });
    if (json) writeLines(io.out, [toJson(page)]);
    else if (notifications.length > 0) writeText(io.out, alertLines(notifications, io.zone));
    else writeLines(io.err, ['No limit has come to a share that you are told of.']);
    return EXIT.ok;
  },
};

async function setMail({ client, err }: Io, mail: string): Promise<void> {
  if (mail !== 'on' && mail !== 'off') throw usageError(`--mail takes on or off, not "${mail}".`);
  const { byMail } = await client.notifications.setSettings.mutate({ byMail: mail === 'on' });
  writeLines(err, [byMail ? 'You are told here and by mail.' : 'You are told here alone.']);
}
