import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { openNodeTransport } from './node-transport.ts';
import type { Transport } from './transport.ts';

const STATEMENT = {
  method: 'POST',
  headers: { Authorization: 'Basic c2VjcmV0' },
  body: '{"query":"select \'Zürich\'"}',
};

describe('the transport of Node', () => {
  const cleanUps: (() => void)[] = [];
  afterEach(() => {
    for (const cleanUp of cleanUps.splice(0)) cleanUp();
  });

  it('sends a statement and gives the whole answer, wherever its bytes are parted', async () => {
    const server = await serve((request, response) => {
      response.writeHead(200);
      const inBytes = (text: string) => {
        for (const byte of Buffer.from(text)) response.write(Buffer.of(byte));
      };
      inBytes(`${request.method} ${request.headers.authorization} `);
      request.setEncoding('utf8').on('data', inBytes);
      request.on('end', () => {
        inBytes(' 東京');
        response.end();
      });
    });
    const answer = await open().send(server.url, STATEMENT);
    expect(await answer.text()).toBe(`POST Basic c2VjcmV0 ${STATEMENT.body} 東京`);
    expect(answer).toMatchObject({ ok: true, status: 200, statusText: 'OK' });
  });

  it('gives an answer that tells of an error as it came', async () => {
    const server = await serve((_, response) => response.writeHead(401).end('{"error":{}}'));
    const answer = await open().send(server.url, STATEMENT);
    expect(answer).toMatchObject({ ok: false, status: 401, statusText: 'Unauthorized' });
    expect(await answer.text()).toBe('{"error":{}}');
  });

  it('uses a connection again, and closes it when it is closed', async () => {
    const server = await serve((_, response) => response.end('{}'));
    const transport = open();
    for (let statement = 0; statement < 3; statement += 1) await transport.send(server.url, STATEMENT);
    expect(server.connections.size).toBe(1);
    const all = closed(server.connections);
    transport.close();
    await all;
  });

  it('fails when no answer comes in time, or only the beginning of one', async () => {
    const silent = await serve(() => undefined);
    await expect(open(50).send(silent.url, STATEMENT)).rejects.toThrow('did not answer in 50 ms');
    const slow = await serve((_, response) => response.writeHead(200).write('{"result":'));
    await expect(open(50).send(slow.url, STATEMENT)).rejects.toThrow('did not answer in 50 ms');
  });

  it('fails when the connection ends before the answer does, and does not send again', async () => {
    let received = 0;
    const server = await serve((_, response) => {
      received += 1;
      response.writeHead(200, { 'Content-Length': 100 });
      response.write('{"result":', () => response.destroy());
    });
    await expect(open().send(server.url, STATEMENT)).rejects.toThrow('aborted');
    expect(received).toBe(1);
  });

  it('fails when a kept connection ends before the answer comes, and does not send again', async () => {
    let received = 0;
    const server = await serve((request, response) => {
      received += 1;
      if (received === 1) response.end('{}');
      else request.socket.destroy();
    });
    const transport = open();
    await transport.send(server.url, STATEMENT);
    await expect(transport.send(server.url, STATEMENT)).rejects.toThrow('socket hang up');
    expect(server.connections.size).toBe(1);
    expect(received).toBe(2);
  });

  it('closes a connection that nobody uses for a while', async () => {
    const server = await serve((_, response) => response.end('{}'));
    await open(30_000, 50).send(server.url, STATEMENT);
    await closed(server.connections);
    expect(server.connections.size).toBe(1);
  });

  it('fails when the answer is larger than any can be', async () => {
    const mebibyte = Buffer.alloc(1024 * 1024, ' ');
    const server = await serve((_, response) => {
      Readable.from(Array.from({ length: 65 }, () => mebibyte)).pipe(response);
    });
    await expect(open().send(server.url, STATEMENT)).rejects.toThrow('an answer of more than 67108864 bytes');
  });

  it('fails when nobody listens', async () => {
    const server = await serve(() => undefined);
    server.stop();
    await expect(open().send(server.url, STATEMENT)).rejects.toThrow('ECONNREFUSED');
  });

  function open(timeoutMs = 30_000, keptIdleMs = 4_000): Transport {
    const transport = openNodeTransport(timeoutMs, keptIdleMs);
    cleanUps.push(transport.close);
    return transport;
  }

  /** Resolves when the other end has closed all of them. */
  async function closed(connections: Iterable<Socket>): Promise<void> {
    await Promise.all([...connections].map((connection) => once(connection, 'close')));
  }

  async function serve(listener: RequestListener) {
    const server = createServer(listener).listen(0, '127.0.0.1');
    const connections = new Set<Socket>();
    server.on('connection', (connection) => connections.add(connection));
    const stop = () => {
      server.close();
      server.closeAllConnections();
    };
    cleanUps.push(stop);
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the server has no port');
    return { connections, stop, url: `http://127.0.0.1:${address.port}` };
  }
});
