import type { WireResponse } from './response-object.ts';

const USUALLY_KEPT = 5_000;

/** The responses that can be asked for by id, each by the key that it was made with. The oldest are forgotten. */
export class StoredResponses {
  readonly #kept: number;
  readonly #byId = new Map<string, { key: string; response: WireResponse }>();

  constructor(kept = USUALLY_KEPT) {
    this.#kept = kept;
  }

  put(key: string, response: WireResponse): void {
    this.#byId.delete(response.id);
    this.#byId.set(response.id, { key, response });
    if (this.#byId.size <= this.#kept) return;
    const [oldest] = this.#byId.keys();
    if (oldest !== undefined) this.#byId.delete(oldest);
  }

  find(key: string, id: string): WireResponse | null {
    const stored = this.#byId.get(id);
    return stored?.key === key ? stored.response : null;
  }
}
