import { badRequest, type ApiError } from './api-error.ts';
import { isRecord, resolveRef, typesOf, type JsonSchema } from './json-schema.ts';

/** https://platform.openai.com/docs/guides/structured-outputs#supported-schemas */
const NESTING_MAX = 10;
const PATH_STEPS_MAX = 100;
const PROPERTIES_MAX = 5_000;
const ENUM_VALUES_MAX = 1_000;
const NAMES_LENGTH_MAX = 120_000;
const LONG_ENUM = 250;
const LONG_ENUM_LENGTH_MAX = 15_000;

const COMMON_KEYWORDS = ['type', 'title', 'description', 'enum', 'const', 'anyOf'];
const ROOT_KEYWORDS = ['$schema', '$defs', 'definitions'];
const KEYWORDS_BY_TYPE: Record<string, readonly string[]> = {
  object: ['properties', 'required', 'additionalProperties'],
  array: ['items', 'minItems', 'maxItems'],
  string: ['pattern', 'format'],
  number: ['multipleOf', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  integer: ['multipleOf', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  boolean: [],
  null: [],
};
const FORMATS = ['date-time', 'time', 'date', 'duration', 'email', 'hostname', 'ipv4', 'ipv6', 'uuid'];
const LOOKAROUND = /(?<!\\)\(\?<?[=!]/;

interface Walk {
  root: JsonSchema;
  properties: number;
  enumValues: number;
  namesLength: number;
}

/** Where in the schema a check is: the keys that lead there, and how many levels deep that is. */
interface Place {
  path: readonly string[];
  depth: number;
}

const ROOT: Place = { path: [], depth: 1 };

class SchemaProblem extends Error {}

/** Throws OpenAI's 400 for a schema that strict mode refuses. Where OpenAI is vague, the narrower reading holds. */
export function checkStrictSchema(formatName: string, schema: JsonSchema): void {
  const walk: Walk = { root: schema, properties: 0, enumValues: 0, namesLength: 0 };
  try {
    checkRoot(schema);
    checkNode(schema, ROOT, walk);
    for (const key of ['$defs', 'definitions']) checkDefinitions(schema[key], inside(ROOT, key), walk);
    checkTotals(walk);
  } catch (error) {
    if (error instanceof SchemaProblem) throw invalidSchema(formatName, error.message);
    throw error;
  }
}

function invalidSchema(formatName: string, problem: string): ApiError {
  const message = `Invalid schema for response_format '${formatName}': ${problem}`;
  return badRequest(message, 'text.format.schema', 'invalid_json_schema');
}

function checkRoot(schema: JsonSchema): void {
  if (schema.type !== 'object') {
    refuse(ROOT, `schema must be of type "object", got ${JSON.stringify(schema.type)}`);
  }
  if ('anyOf' in schema) refuse(ROOT, `'anyOf' is not permitted at the root`);
}

function checkDefinitions(definitions: unknown, place: Place, walk: Walk): void {
  if (definitions === undefined) return;
  if (!isRecord(definitions)) return refuse(place, 'definitions must be an object');
  for (const [name, definition] of Object.entries(definitions)) {
    walk.namesLength += name.length;
    checkNode(definition, inside(place, name), walk);
  }
}

function checkNode(schema: unknown, place: Place, walk: Walk): void {
  if (!isRecord(schema)) return refuse(place, 'schema must be an object');
  if (place.depth > NESTING_MAX || place.path.length > PATH_STEPS_MAX) {
    refuse(place, `schema exceeds ${NESTING_MAX} levels of nesting`);
  }
  if ('$ref' in schema) return checkRef(schema, place, walk);

  const types = typesOf(schema);
  if (types.length === 0 && !('anyOf' in schema)) refuse(place, `schema must have a 'type' key`);
  checkKeywords(schema, types, place);
  checkEnum(schema, place, walk);
  checkText(schema, place);
  if (types.includes('object')) checkObject(schema, place, walk);
  if (types.includes('array')) {
    if (!('items' in schema)) refuse(place, 'array schema missing items');
    checkNode(schema.items, below(place, 'items'), walk);
  }
  if ('anyOf' in schema) checkAnyOf(schema.anyOf, place, walk);
}

function checkRef(schema: JsonSchema, place: Place, walk: Walk): void {
  const beside = Object.keys(schema).filter((keyword) => keyword !== '$ref');
  if (place.path.length === 0 || beside.length > 0) {
    refuse(place, `$ref cannot have keywords {${beside.join(', ')}}`);
  }
  if (resolveRef(schema.$ref, walk.root) === null) {
    refuse(place, `reference ${JSON.stringify(schema.$ref)} cannot be resolved`);
  }
}

function checkKeywords(schema: JsonSchema, types: readonly string[], place: Place): void {
  const permitted = new Set(COMMON_KEYWORDS);
  if (place.path.length === 0) for (const keyword of ROOT_KEYWORDS) permitted.add(keyword);
  for (const type of types) {
    const keywords = KEYWORDS_BY_TYPE[type] ?? refuse(place, `'${type}' is not a valid type`);
    for (const keyword of keywords) permitted.add(keyword);
  }
  for (const keyword of Object.keys(schema)) {
    if (!permitted.has(keyword)) refuse(place, `'${keyword}' is not permitted`);
  }
}

function checkObject(schema: JsonSchema, place: Place, walk: Walk): void {
  if (schema.additionalProperties !== false) {
    refuse(place, `'additionalProperties' must be there and be false`);
  }
  const { properties } = schema;
  if (!isRecord(properties)) return refuse(place, 'object schema missing properties');
  const names = Object.keys(properties);
  const required: unknown[] = Array.isArray(schema.required) ? schema.required : [];
  const missing = names.find((name) => !required.includes(name));
  const extra = required.find((name) => typeof name !== 'string' || !names.includes(name));
  if (!Array.isArray(schema.required) || missing !== undefined || extra !== undefined) {
    const wrong =
      missing === undefined ? `Extra required key '${String(extra)}' supplied` : `Missing '${missing}'`;
    const rule = `'required' must be an array of every property`;
    refuse(place, `${rule}. ${wrong}`);
  }
  walk.properties += names.length;
  if (walk.properties > PROPERTIES_MAX) refuse(ROOT, `schema has more than ${PROPERTIES_MAX} properties`);
  for (const name of names) {
    walk.namesLength += name.length;
    checkNode(properties[name], below(place, 'properties', name), walk);
  }
}

function checkAnyOf(branches: unknown, place: Place, walk: Walk): void {
  if (!Array.isArray(branches) || branches.length === 0) {
    return refuse(place, `'anyOf' must be a non-empty array`);
  }
  for (const [index, branch] of branches.entries()) {
    checkNode(branch, inside(place, 'anyOf', String(index)), walk);
  }
}

function checkEnum(schema: JsonSchema, place: Place, walk: Walk): void {
  if ('const' in schema) walk.namesLength += String(schema.const).length;
  if (!('enum' in schema)) return;
  const values: readonly unknown[] = Array.isArray(schema.enum) ? schema.enum : [];
  if (values.length === 0) return refuse(place, `'enum' must be a non-empty array`);
  const types = typesOf(schema);
  const stray = values.find((value) => !types.some((type) => isOfType(value, type)));
  if (stray !== undefined) {
    refuse(place, `enum value ${JSON.stringify(stray)} does not validate against its type`);
  }
  const length = values.reduce((sum: number, value) => sum + String(value).length, 0);
  if (values.length > LONG_ENUM && length > LONG_ENUM_LENGTH_MAX) {
    refuse(place, `enum of more than ${LONG_ENUM} values is longer than ${LONG_ENUM_LENGTH_MAX} characters`);
  }
  walk.enumValues += values.length;
  walk.namesLength += length;
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

function checkText(schema: JsonSchema, place: Place): void {
  const { format, pattern } = schema;
  if (format !== undefined && (typeof format !== 'string' || !FORMATS.includes(format))) {
    refuse(place, `${JSON.stringify(format)} is not a valid format`);
  }
  if (pattern === undefined) return;
  if (typeof pattern !== 'string') return refuse(place, `'pattern' must be a string`);
  if (LOOKAROUND.test(pattern)) refuse(place, 'regex lookaround is not supported');
  try {
    new RegExp(pattern, 'u');
  } catch {
    refuse(place, `'pattern' is not a valid regex`);
  }
}

function checkTotals(walk: Walk): void {
  if (walk.enumValues > ENUM_VALUES_MAX) refuse(ROOT, `schema has more than ${ENUM_VALUES_MAX} enum values`);
  if (walk.namesLength > NAMES_LENGTH_MAX) {
    refuse(ROOT, `names, enum and const values are longer than ${NAMES_LENGTH_MAX} characters together`);
  }
}

function inside({ path, depth }: Place, ...steps: string[]): Place {
  return { path: [...path, ...steps], depth };
}

function below(place: Place, ...steps: string[]): Place {
  return { ...inside(place, ...steps), depth: place.depth + 1 };
}

function refuse({ path }: Place, problem: string): never {
  throw new SchemaProblem(`In context=(${path.map((step) => `'${step}'`).join(', ')}), ${problem}.`);
}
