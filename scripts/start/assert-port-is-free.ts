import { once } from 'node:events';
import { createServer } from 'node:net';

/** Throws before anything is started when another program listens on the port, or a second start of this one. */
export async function assertPortIsFree(port: number): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port, '127.0.0.1');
    await once(probe, 'listening');
  } catch (cause) {
    throw new Error(
      `Port ${port} is in use. Stop what listens there, or choose another: PORT=3001 npm start`,
      {
        cause,
      },
    );
  }
  probe.close();
  await once(probe, 'close');
}
