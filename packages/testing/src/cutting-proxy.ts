import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export type CutWhen = 'beforeSending' | 'beforeAnswer';

export interface CuttingProxy {
  /** Where to connect in place of the target. */
  port: number;
  /** Cuts the connection that next sends these bytes: before the target gets them, or before its answer comes back. */
  cutNext(text: string, when: CutWhen): void;
  /** As `cutNext`, and refuses every connection from then on. */
  cutNextAndRefuse(text: string, when: CutWhen): void;
  accept(): void;
  /** How many connections were cut. */
  cuts(): number;
  stop(): Promise<void>;
}

/** Stands between a client and a server and loses connections on request, as a network does. */
export async function startCuttingProxy(target: { host: string; port: number }): Promise<CuttingProxy> {
  let cut: { text: string; when: CutWhen; thenRefuse: boolean } | null = null;
  let isRefusing = false;
  let cuts = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    if (isRefusing) {
      client.destroy();
      return;
    }
    const upstream = connect(target);
    let isCut = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
      // A cut connection ends with an error on either side, and that is what it is for.
      socket.on('error', () => socket.destroy());
    }
    client.on('data', (bytes) => {
      const wanted = cut;
      if (wanted !== null && bytes.includes(wanted.text)) {
        cut = null;
        cuts += 1;
        isRefusing = wanted.thenRefuse;
        if (wanted.when === 'beforeSending') {
          client.destroy();
          return;
        }
        isCut = true;
      }
      upstream.write(bytes);
    });
    upstream.on('data', (bytes) => {
      if (isCut) client.destroy();
      else client.write(bytes);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    port: address.port,
    cutNext: (text, when) => {
      cut = { text, when, thenRefuse: false };
    },
    cutNextAndRefuse: (text, when) => {
      cut = { text, when, thenRefuse: true };
    },
    accept: () => {
      isRefusing = false;
    },
    cuts: () => cuts,
    async stop() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
