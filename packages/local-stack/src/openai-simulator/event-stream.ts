import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/** Server-sent events on one HTTP response, numbered as OpenAI numbers them. */
export class EventStream {
  readonly #response: ServerResponse;
  readonly #closed: AbortSignal;
  #sequenceNumber = 0;

  constructor(response: ServerResponse, closed: AbortSignal) {
    this.#response = response;
    this.#closed = closed;
  }

  open(): void {
    this.#response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    });
    this.#response.flushHeaders();
  }

  /** Waits while the client reads more slowly than this writes. Throws once the client is gone. */
  async send(event: { type: string } & Record<string, unknown>): Promise<void> {
    const data = JSON.stringify({ ...event, sequence_number: this.#sequenceNumber });
    this.#sequenceNumber += 1;
    await this.#write(event.type, data);
  }

  async sendMalformed(type: string): Promise<void> {
    await this.#write(type, `{"type":"${type}","sequence_num`);
  }

  end(): void {
    this.#response.end();
  }

  /** Closes the socket once what was sent before is on its way. */
  cut(): void {
    this.#response.write(': cut\n\n', () => this.#response.destroy());
  }

  async #write(type: string, data: string): Promise<void> {
    this.#closed.throwIfAborted();
    if (this.#response.write(`event: ${type}\ndata: ${data}\n\n`)) return;
    await once(this.#response, 'drain', { signal: this.#closed });
  }
}
