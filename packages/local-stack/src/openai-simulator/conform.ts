import { badRequest } from './api-error.ts';
import { conformNumber } from './conform-number.ts';
import { conformString } from './conform-string.ts';
import { isRecord, resolveRef, typesOf, type JsonSchema } from './json-schema.ts';

const DEPTH_MAX = 64;

export interface ConformOptions {
  /** The document that `$ref` points into. */
  root: JsonSchema;
  /** Gives the text of a string that has to be there and is not. */
  makeText: () => string;
  /** How deep the schema is in the document; 0 when absent. */
  depth?: number;
}

/**
 * Bends a value into a strict schema, so that the result always validates: what the schema does not name is
 * dropped, what is absent is null where that is allowed, an empty list, or made up.
 */
export function conform(value: unknown, schema: JsonSchema, options: ConformOptions): unknown {
  const depth = options.depth ?? 0;
  if (depth > DEPTH_MAX) throw badRequest('The simulator finds no finite answer for this schema');
  const target = dereference(schema, options.root);
  const below = { ...options, depth: depth + 1 };
  if (Array.isArray(target.anyOf)) {
    return conform(value, pickBranch(value, target.anyOf.filter(isRecord), options.root), below);
  }
  if ('const' in target) return target.const;
  if (Array.isArray(target.enum)) return conformEnum(value, target.enum);
  switch (pickType(value, typesOf(target))) {
    case 'object':
      return conformObject(value, target, below);
    case 'array':
      return conformArray(value, target, below);
    case 'string':
      return conformString(value, target, options.makeText);
    case 'integer':
    case 'number':
      return conformNumber(value, target);
    case 'boolean':
      return value === true;
    default:
      return null;
  }
}

function conformObject(value: unknown, schema: JsonSchema, options: ConformOptions): unknown {
  const source = isRecord(value) ? value : {};
  const properties = isRecord(schema.properties) ? schema.properties : {};
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      const given = Object.hasOwn(source, name) ? source[name] : undefined;
      return [name, isRecord(property) ? conform(given, property, options) : null];
    }),
  );
}

function conformArray(value: unknown, schema: JsonSchema, options: ConformOptions): unknown {
  const { items, minItems = 0, maxItems = Infinity } = schema;
  if (!isRecord(items)) return [];
  const given: unknown[] = Array.isArray(value) ? value.slice(0, Number(maxItems)) : [];
  while (given.length < Number(minItems)) given.push(undefined);
  return given.map((item) => conform(item, items, options));
}

function conformEnum(value: unknown, permitted: unknown[]): unknown {
  if (permitted.includes(value)) return value;
  return permitted.includes(null) ? null : permitted[0];
}

function pickType(value: unknown, types: readonly string[]): string | undefined {
  return types.find((type) => isOfType(value, type)) ?? types.find((type) => type === 'null') ?? types[0];
}

/** The branch that the value fits, else null where it is permitted, else the first. */
function pickBranch(value: unknown, branches: readonly JsonSchema[], root: JsonSchema): JsonSchema {
  return (
    branches.find((branch) => fits(value, dereference(branch, root), root)) ??
    branches.find((branch) => typesOf(branch).includes('null')) ??
    branches[0] ??
    {}
  );
}

function fits(value: unknown, schema: JsonSchema, root: JsonSchema): boolean {
  if ('const' in schema) return value === schema.const;
  if (Array.isArray(schema.enum)) return schema.enum.includes(value);
  if (!typesOf(schema).some((type) => isOfType(value, type))) return false;
  if (!isRecord(value) || !isRecord(schema.properties)) return true;
  return Object.entries(schema.properties)
    .filter(([, property]) => isRecord(property) && 'const' in dereference(property, root))
    .every(([name, property]) => isRecord(property) && fits(value[name], dereference(property, root), root));
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'object':
      return isRecord(value);
    case 'array':
      return Array.isArray(value);
    case 'null':
      return value === null || value === undefined;
    case 'integer':
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    default:
      return typeof value === type;
  }
}

function dereference(schema: JsonSchema, root: JsonSchema): JsonSchema {
  let target: JsonSchema | null = schema;
  for (let hops = 0; target !== null && '$ref' in target && hops < DEPTH_MAX; hops += 1) {
    target = resolveRef(target.$ref, root);
  }
  if (target === null || '$ref' in target) {
    throw badRequest('The simulator cannot follow a $ref of this schema');
  }
  return target;
}
