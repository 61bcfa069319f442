export type JsonSchema = Record<string, unknown>;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The `type` keyword as a list; empty when it is absent. */
export function typesOf(schema: JsonSchema): string[] {
  const types: unknown[] = Array.isArray(schema.type) ? schema.type : [schema.type];
  return types.filter((type) => typeof type === 'string');
}

/** What a reference within the same document points at, or null. */
export function resolveRef(ref: unknown, root: JsonSchema): JsonSchema | null {
  if (typeof ref !== 'string' || !(ref === '#' || ref.startsWith('#/'))) return null;
  let target: unknown = root;
  for (const step of ref.split('/').slice(1)) {
    const key = decodeStep(step);
    if (key === null || !isRecord(target) || !Object.hasOwn(target, key)) return null;
    target = target[key];
  }
  return isRecord(target) ? target : null;
}

function decodeStep(step: string): string | null {
  try {
    return decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
  } catch {
    return null;
  }
}
