/** Whether plain data is at most so many characters long as JSON, before escapes. Looks no further than that many. */
export function fitsWithin(value: unknown, most: number): boolean {
  return charactersLeft(value, most) >= 0;
}

/** What is left of so many characters after a value; negative once there are none. */
function charactersLeft(value: unknown, most: number): number {
  if (value === undefined) return most;
  if (typeof value !== 'object' || value === null) return most - lengthOf(value);
  let left = most - '{}'.length;
  for (const [key, item] of Object.entries(value)) {
    if (left < 0) return left;
    const nameLength = Array.isArray(value) || item === undefined ? 0 : `"${key}":`.length;
    left = charactersLeft(item, left - nameLength - ','.length);
  }
  return left;
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' ? value.length + '""'.length : String(value).length;
}
