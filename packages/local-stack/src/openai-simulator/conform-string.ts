import { badRequest } from './api-error.ts';
import { typesOf, type JsonSchema } from './json-schema.ts';

const SAMPLES_BY_FORMAT: Record<string, string> = {
  'date-time': '2020-01-01T00:00:00Z',
  time: '00:00:00Z',
  date: '2020-01-01',
  duration: 'P1D',
  email: 'someone@example.com',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uuid: '00000000-0000-4000-8000-000000000000',
};

const FORMAT_PATTERNS: Record<string, RegExp> = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  time: /^\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  duration: /^P(?=.)(\d+[YMWD])*(T(\d+[HMS])+)?$/,
  email: /^[^\s@]{1,64}@[\w-]+(\.[\w-]+)+$/,
  hostname: /^[a-z\d-]+(\.[a-z\d-]+)*$/i,
  ipv4: /^(\d{1,3}\.){3}\d{1,3}$/,
  ipv6: /^[\da-f:]{2,39}$/i,
  uuid: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i,
};

// prettier-ignore
const PATTERN_SAMPLES = [
  '', 'text', 'Text', 'TEXT', 'US', 'en', '0', '1', '100', '1.0', '2020', '2020-01', '2020-01-01',
  '2020-01-01T00:00:00Z', '00:00', '#000000', 'https://example.com', 'someone@example.com', '+1 555 0100',
];

const PATTERN_LENGTH_MAX = 500;
const CHECKED_LENGTH_MAX = 1_000;

export function conformString(value: unknown, schema: JsonSchema, makeText: () => string): string | null {
  const { format, pattern } = schema;
  const isConstrained = typeof format === 'string' || typeof pattern === 'string';
  if (!isConstrained) return typeof value === 'string' ? value : makeText();

  const isValid = (text: string) => text.length <= CHECKED_LENGTH_MAX && matches(text, format, pattern);
  if (typeof value === 'string' && isValid(value)) return value;
  if (typesOf(schema).includes('null')) return null;
  const sample = typeof format === 'string' ? SAMPLES_BY_FORMAT[format] : undefined;
  const found = [...(sample === undefined ? [] : [sample]), ...PATTERN_SAMPLES].find(isValid);
  if (found === undefined) throw badRequest(`The simulator knows no text for the pattern ${String(pattern)}`);
  return found;
}

function matches(text: string, format: unknown, pattern: unknown): boolean {
  if (typeof format === 'string' && !(FORMAT_PATTERNS[format]?.test(text) ?? true)) return false;
  if (typeof pattern !== 'string') return true;
  return pattern.length <= PATTERN_LENGTH_MAX && new RegExp(pattern, 'u').test(text);
}
