import { typesOf, type JsonSchema } from './json-schema.ts';

/** The number nearest to the given one (0 when there is none) that the schema's bounds allow. */
export function conformNumber(value: unknown, schema: JsonSchema): number {
  const isInteger = !typesOf(schema).includes('number');
  const step = typeof schema.multipleOf === 'number' ? schema.multipleOf : isInteger ? 1 : 0;
  const nudge = step === 0 ? 0.001 : step;
  const low = Math.max(
    numberOr(schema.minimum, -Infinity),
    numberOr(schema.exclusiveMinimum, -Infinity) + nudge,
  );
  const high = Math.min(
    numberOr(schema.maximum, Infinity),
    numberOr(schema.exclusiveMaximum, Infinity) - nudge,
  );
  const wanted = Math.min(Math.max(numberOr(value, 0), low), high);
  if (step === 0) return wanted;
  const rounded = Math.ceil(wanted / step) * step;
  return rounded > high ? Math.floor(wanted / step) * step : rounded;
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}
