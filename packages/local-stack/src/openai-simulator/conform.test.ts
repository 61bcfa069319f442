import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { conform } from './conform.ts';
import type { JsonSchema } from './json-schema.ts';

const Resume = z.object({
  basics: z.object({ name: z.string().nullable(), email: z.string().nullable() }).nullable(),
  work: z.array(
    z.object({
      name: z.string(),
      startDate: z
        .string()
        .regex(/^\d{4}(-\d\d)?$/)
        .nullable(),
      highlights: z.array(z.string()),
    }),
  ),
});

function bend(value: unknown, schema: z.ZodType | JsonSchema): unknown {
  const root = schema instanceof z.ZodType ? (z.toJSONSchema(schema) as JsonSchema) : schema;
  return conform(value, root, { root, makeText: () => 'made up' });
}

describe('conform', () => {
  it.each([
    ['nothing', undefined],
    ['an empty object', {}],
    ['a part of it', { work: [{ name: 'Acme' }] }],
    ['too much', { extra: 1, basics: { name: 'Ada', age: 3 }, work: [{ name: 'Acme', x: [] }] }],
    ['the wrong types', { basics: 'Ada', work: { name: 'Acme' } }],
    ['a string that breaks its pattern', { work: [{ name: 'Acme', startDate: 'soon' }] }],
  ])('makes a valid answer of %s', (_, value) => {
    expect(Resume.strict().safeParse(bend(value, Resume)).error).toBeUndefined();
  });

  it('keeps what the schema names and fits', () => {
    const resume = {
      basics: { name: 'Ada', email: null },
      work: [{ name: 'Acme', startDate: '2020', highlights: ['a'] }],
    };
    expect(bend(resume, Resume)).toEqual(resume);
  });

  it.each<[string, z.ZodType]>([
    ['bounds of integers', z.object({ a: z.int().min(3).max(9), b: z.int().multipleOf(5).min(1) })],
    ['exclusive bounds', z.object({ a: z.number().gt(0).lt(1) })],
    ['a least number of items', z.object({ a: z.array(z.string()).min(2) })],
    ['literals and enums', z.object({ a: z.literal('x'), b: z.enum(['p', 'q']), c: z.literal(3) })],
    [
      'unions',
      z.object({
        a: z.union([z.object({ kind: z.literal('x'), v: z.string() }), z.object({ kind: z.literal('y') })]),
      }),
    ],
    ['dates', z.object({ a: z.iso.date(), b: z.iso.datetime(), c: z.uuid() })],
    ['patterns', z.object({ a: z.string().regex(/^\d{4}-\d\d$/), b: z.string().regex(/^[A-Z]{2}$/) })],
  ])('satisfies %s out of nothing', (_, schema) => {
    expect(schema.safeParse(bend({}, schema)).error).toBeUndefined();
  });

  it('picks the branch of a union that the value is of', () => {
    const schema = z.object({
      a: z.union([
        z.object({ kind: z.literal('x'), v: z.string() }),
        z.object({ kind: z.literal('y'), w: z.string() }),
      ]),
    });
    const value = { a: { kind: 'y', w: 'here' } };
    expect(bend(value, schema)).toEqual(value);
  });

  it('ends a recursive schema where it may', () => {
    const root = {
      type: 'object',
      properties: { name: { type: 'string' }, children: { type: 'array', items: { $ref: '#' } } },
      required: ['name', 'children'],
      additionalProperties: false,
    };
    const value = { name: 'a', children: [{ name: 'b', children: [] }] };
    expect(bend(value, root)).toEqual(value);
    expect(bend({}, root)).toEqual({ name: 'made up', children: [] });
  });

  it('refuses a schema that has no finite answer', () => {
    const root = {
      type: 'object',
      properties: { next: { $ref: '#' } },
      required: ['next'],
      additionalProperties: false,
    };
    expect(() => bend({}, root)).toThrow('no finite answer');
  });
});
