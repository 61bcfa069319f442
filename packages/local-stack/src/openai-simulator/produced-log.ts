/** What one call made the simulator produce, whatever of it the client received. */
export interface Produced {
  responseId: string;
  /** How the input began, by which a caller can tell which of its requests it was. */
  input: string;
  model: string;
  usage: { inputTokens: number; cachedInputTokens: number; outputTokens: number; reasoningTokens: number };
  /** False when it was stopped before its end. */
  finished: boolean;
}

const RECORDS_MAX = 200_000;

/** Remembers what was produced for each key, so that a ledger can be reconciled with it. Forgets the oldest. */
export class ProducedLog {
  readonly #isOn: boolean;
  #records: { key: string; produced: Produced }[] = [];

  constructor(isOn: boolean) {
    this.#isOn = isOn;
  }

  add(key: string, produced: Produced): void {
    if (!this.#isOn) return;
    this.#records.push({ key, produced });
    if (this.#records.length >= RECORDS_MAX * 2) this.#records = this.#records.slice(-RECORDS_MAX);
  }

  /** Of one key, or of all. */
  of(key?: string): Produced[] {
    return this.#records
      .slice(-RECORDS_MAX)
      .filter((record) => key === undefined || record.key === key)
      .map((record) => record.produced);
  }
}
