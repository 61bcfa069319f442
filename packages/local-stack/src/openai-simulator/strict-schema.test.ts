import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { zodTextFormat } from 'openai/helpers/zod';
import { checkStrictSchema } from './strict-schema.ts';
import type { JsonSchema } from './json-schema.ts';

const object = (properties: Record<string, unknown>, more = {}) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
  ...more,
});
const having = (property: unknown) => object({ a: property });
const nested = (levels: number): JsonSchema =>
  levels === 1 ? having({ type: 'string' }) : having(nested(levels - 1));
const tower = (stories: number): JsonSchema =>
  stories === 0 ? { type: 'null' } : { anyOf: [tower(stories - 1)] };
const many = (count: number, value: unknown) =>
  object(Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, value])));

function problemOf(schema: JsonSchema): string | null {
  try {
    checkStrictSchema('answer', schema);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('strict mode refuses', () => {
  it.each<[string, JsonSchema, string]>([
    ['a root that is no object', { type: 'array', items: { type: 'string' } }, 'type "object"'],
    ['anyOf at the root', object({}, { anyOf: [object({})] }), "'anyOf' is not permitted"],
    ['additional properties', { ...object({}), additionalProperties: true }, "'additionalProperties'"],
    [
      'additionalProperties left out',
      { type: 'object', properties: {}, required: [] },
      "'additionalProperties'",
    ],
    ['additionalProperties left out below', having({ type: 'object', properties: {}, required: [] }), "'a'"],
    ['an optional property', { ...having({ type: 'string' }), required: [] }, "Missing 'a'"],
    ['a required key that is no property', { ...object({}), required: ['b'] }, "Extra required key 'b'"],
    ['required left out', { type: 'object', properties: {}, additionalProperties: false }, "'required'"],
    ['a property without a type', having({ description: 'anything' }), "'type' key"],
    ['an unknown type', having({ type: 'date' }), 'not a valid type'],
    ['an array without items', having({ type: 'array' }), 'missing items'],
    ['an empty enum', having({ type: 'string', enum: [] }), "'enum'"],
    ['an enum value of another type', having({ type: 'string', enum: ['a', null] }), 'enum value null'],
    ['an empty anyOf', having({ anyOf: [] }), "'anyOf'"],
    ['minLength', having({ type: 'string', minLength: 1 }), "'minLength' is not permitted"],
    ['maxLength', having({ type: 'string', maxLength: 9 }), "'maxLength' is not permitted"],
    ['format uri', having({ type: 'string', format: 'uri' }), '"uri" is not a valid format'],
    ['lookaround in a pattern', having({ type: 'string', pattern: '^(?!a)b$' }), 'lookaround'],
    ['a pattern that is no regex', having({ type: 'string', pattern: '(' }), 'regex'],
    ['uniqueItems', having({ type: 'array', items: { type: 'string' }, uniqueItems: true }), "'uniqueItems'"],
    ['prefixItems', having({ type: 'array', items: { type: 'string' }, prefixItems: [] }), "'prefixItems'"],
    ['patternProperties', having(object({}, { patternProperties: {} })), "'patternProperties'"],
    ['oneOf', having({ type: 'string', oneOf: [] }), "'oneOf'"],
    ['allOf', having({ type: 'string', allOf: [] }), "'allOf'"],
    ['not', having({ type: 'string', not: {} }), "'not'"],
    ['if', having({ type: 'string', if: {} }), "'if'"],
    ['a default', having({ type: 'string', default: 'x' }), "'default'"],
    ['keywords beside $ref', having({ $ref: '#/$defs/b', description: 'x' }), '$ref cannot have keywords'],
    ['a $ref to nowhere', having({ $ref: '#/$defs/b' }), 'cannot be resolved'],
    ['a $ref to an anchor', having({ $ref: '#b' }), 'cannot be resolved'],
    ['a $ref out of the document', having({ $ref: 'https://example.com/a.json' }), 'cannot be resolved'],
    ['a problem within $defs', object({}, { $defs: { b: { type: 'string', minLength: 1 } } }), "'minLength'"],
    ['a problem within anyOf', having({ anyOf: [{ type: 'string', minLength: 1 }] }), "'minLength'"],
    ['more than 10 levels', nested(11), '10 levels'],
    ['a tower of anyOf', having(tower(200)), '10 levels'],
    ['more than 5000 properties', many(5001, { type: 'null' }), '5000 properties'],
    [
      'more than 1000 enum values',
      many(11, { type: 'integer', enum: [...Array(100).keys()] }),
      '1000 enum values',
    ],
    ['names too long together', object({ ['x'.repeat(120_001)]: { type: 'null' } }), '120000 characters'],
    [
      'a long enum of long values',
      having({
        type: 'string',
        enum: Array.from({ length: 251 }, (_, index) => `${index}`.padStart(60, 'x')),
      }),
      '15000 characters',
    ],
    ['a record of zod', zodSchema({ a: z.object({ b: z.string().min(2) }) }), "'minLength'"],
  ])('%s', (_, schema, problem) => {
    expect(problemOf(schema)).toContain(problem);
  });
});

describe('strict mode takes', () => {
  it.each<[string, JsonSchema]>([
    ['null as a type', having({ type: ['string', 'null'] })],
    ['null in anyOf', having({ anyOf: [{ type: 'string' }, { type: 'null' }] })],
    [
      'bounds of numbers and lists',
      having({ type: 'array', minItems: 1, items: { type: 'number', minimum: 0 } }),
    ],
    ['a pattern', having({ type: 'string', pattern: '^[12]\\d{3}$' })],
    ['format date', having({ type: 'string', format: 'date' })],
    [
      'definitions and recursion',
      object({ a: { anyOf: [{ $ref: '#' }, { $ref: '#/$defs/b' }] } }, { $defs: { b: { type: 'null' } } }),
    ],
    [
      'a property named like a keyword',
      object({ minLength: { type: 'string' }, format: { type: 'string' } }),
    ],
    ['ten levels', nested(9)],
    [
      'what zod makes of a strict object',
      zodSchema({ a: z.string().nullable(), b: z.array(z.enum(['x'])), c: z.int() }),
    ],
  ])('%s', (_, schema) => {
    expect(problemOf(schema)).toBeNull();
  });
});

function zodSchema(shape: z.core.$ZodLooseShape): JsonSchema {
  return zodTextFormat(z.object(shape), 'answer').schema;
}
