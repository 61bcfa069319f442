const SECOND_MS = 1_000;
const UNITS = [
  { unit: 'day', ms: 86_400 * SECOND_MS },
  { unit: 'hour', ms: 3_600 * SECOND_MS },
  { unit: 'minute', ms: 60 * SECOND_MS },
  { unit: 'second', ms: SECOND_MS },
] as const;

/** A length of time in its largest unit and the next, rounded down: what is shown never promises more than is left. */
export function formatDuration(ms: number): string {
  const length = Math.max(0, ms);
  const largest = UNITS.findIndex((candidate) => length >= candidate.ms);
  const [first, second] = UNITS.slice(largest === -1 ? -1 : largest);
  if (!first) return '';
  const count = Math.floor(length / first.ms);
  const rest = second && first.unit !== 'minute' ? Math.floor((length % first.ms) / second.ms) : 0;
  const counted = formatUnit(count, first.unit);
  return second && rest > 0 ? `${counted} ${formatUnit(rest, second.unit)}` : counted;
}

function formatUnit(count: number, unit: (typeof UNITS)[number]['unit']): string {
  return count.toLocaleString('en-US', { style: 'unit', unit, unitDisplay: 'short' });
}
