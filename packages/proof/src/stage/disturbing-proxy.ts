import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface ConnectionFault {
  kind: 'cutBeforeSending' | 'cutBeforeAnswer' | 'delayed';
  /** Counts the statements that name the operation; the fault meets this one. */
  statement: number;
  delayMs?: number;
}

export interface DisturbingProxy {
  port: number;
  /** The connection that sends a statement of this operation meets the fault, once. */
  arm(operationId: string, fault: ConnectionFault): void;
  disarm(operationId: string): void;
  /** Cuts every connection and refuses new ones. */
  refuse(): void;
  accept(): void;
  stop(): Promise<void>;
}

/**
 * Stands between processes and a database and fails as a network does. It reads operation ids in what is sent, which
 * both drivers write in plain text.
 */
export async function startDisturbingProxy(
  targetPort: number,
  onFault: (operationId: string, kind: ConnectionFault['kind']) => void,
): Promise<DisturbingProxy> {
  const armed = new Map<string, { fault: ConnectionFault; left: number }>();
  const sockets = new Set<Socket>();
  let isRefusing = false;

  const take = (bytes: Buffer): ConnectionFault | null => {
    for (const [operationId, waiting] of armed) {
      if (!bytes.includes(operationId)) continue;
      waiting.left -= 1;
      if (waiting.left > 0) return null;
      armed.delete(operationId);
      onFault(operationId, waiting.fault.kind);
      return waiting.fault;
    }
    return null;
  };

  const server = createServer((client) => {
    if (isRefusing) {
      client.destroy();
      return;
    }
    const upstream = connect(targetPort, '127.0.0.1');
    let isCut = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
      // A cut connection ends with an error on either side, and that is what it is for.
      socket.on('error', () => socket.destroy());
    }
    client.on('data', (bytes) => {
      const fault = armed.size > 0 ? take(bytes) : null;
      if (fault?.kind === 'cutBeforeSending') {
        client.destroy();
        return;
      }
      isCut ||= fault?.kind === 'cutBeforeAnswer';
      if (fault?.kind !== 'delayed') {
        upstream.write(bytes);
        return;
      }
      client.pause();
      setTimeout(() => {
        upstream.write(bytes);
        client.resume();
      }, fault.delayMs);
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
  const cutAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: address.port,
    arm: (operationId, fault) => armed.set(operationId, { fault, left: fault.statement }),
    disarm: (operationId) => armed.delete(operationId),
    refuse() {
      isRefusing = true;
      cutAll();
    },
    accept: () => {
      isRefusing = false;
    },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      cutAll();
      await closed;
    },
  };
}
