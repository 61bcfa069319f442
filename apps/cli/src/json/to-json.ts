declare global {
  interface JSON {
    rawJSON(text: string): object;
  }
}

/** JSON in which a bigint is a number with all its digits, and an instant is ISO 8601 in UTC. */
export function toJson(value: unknown): string {
  return JSON.stringify(
    value,
    (_key, part: unknown) => (typeof part === 'bigint' ? JSON.rawJSON(String(part)) : part),
    2,
  );
}
