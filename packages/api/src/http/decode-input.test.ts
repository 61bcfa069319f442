import superjson from 'superjson';
import { describe, expect, it } from 'vitest';
import { decodeInput } from './decode-input.ts';

/** As it arrives: written as JSON and read again. */
const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(superjson.serialize(value)));
const refused = { code: 'bad_input', message: expect.stringMatching(/^The request could not be read: /) };
const many = (count: number, value: unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, value]));

describe('decodeInput', () => {
  it.each<[string, unknown]>([
    ['plain data', { list: [1, 'two', null, { three: true }] }],
    ['dates and bigints at any depth', { from: new Date(0), limits: [{ cost: 2n ** 60n }, { cost: -1n }] }],
    ['a date alone', new Date(0)],
    ['what is absent', { title: 'Mine', documentId: undefined }],
    ['nothing at all', undefined],
    ['keys with dots', { 'a.b': { c: 1n } }],
  ])('reads %s as it was written', (_, value) => expect(decodeInput(sent(value))).toEqual(value));

  it('makes no body larger than it was sent: one list in two places is two lists', () => {
    const list = [new Date(0)];
    const read = decodeInput(sent({ first: list, second: list }));
    expect(read).toEqual({ first: list, second: list });
    const body = { json: { a: list, b: null }, meta: { referentialEqualities: { a: ['b'] }, v: 1 } };
    expect(decodeInput(body)).toEqual({ a: list, b: null });
  });

  it.each<[string, unknown]>([
    ['a map', new Map([['a', 1]])],
    ['a set', new Set([1])],
    ['an expression', /(a+)+$/],
    ['a web address', new URL('https://resumint.test')],
    ['an error', new Error('text')],
    ['bytes', new Uint8Array(3)],
  ])('refuses %s', (_, value) => {
    expect(() => decodeInput(sent({ value }))).toThrow(expect.objectContaining(refused));
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['a text', 'text'],
    ['an annotation of nothing', { json: {}, meta: { values: { 'a.b': ['Date'] } } }],
    [
      'an annotation of the prototype',
      { json: {}, meta: { values: { '__proto__.toString': ['undefined'] } } },
    ],
    ['a class', { json: { a: {} }, meta: { values: { a: [['class', 'Person']] } } }],
    ['a whole number that is none', { json: { a: 'x' }, meta: { values: { a: ['bigint'] } } }],
    ['a whole number past all bounds', { json: { a: '9'.repeat(41) }, meta: { values: { a: ['bigint'] } } }],
    ['a path past all bounds', { json: {}, meta: { values: { ['a.'.repeat(500)]: ['Date'] } } }],
    [
      'annotations past all bounds',
      { json: many(10_001, null), meta: { values: many(10_001, ['undefined']) } },
    ],
    [
      'annotations inside annotations',
      { json: { a: 'x' }, meta: { values: { a: ['Date', { b: ['Date'] }] } } },
    ],
  ])('refuses %s in words of its own', (_, body) => {
    expect(() => decodeInput(body)).toThrow(expect.objectContaining(refused));
  });
});
