const formats = new Map<string, Intl.DateTimeFormat>();
const MOST_FORMATS = 100;

/** What the clocks of a zone show, as spreadsheets read it: `2026-03-17 23:00:00`. */
export function localTime(at: Date, zone: string): string {
  const part = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const date = [part.get('year'), part.get('month'), part.get('day')].join('-');
  return `${date} ${[part.get('hour'), part.get('minute'), part.get('second')].join(':')}`;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  if (formats.size >= MOST_FORMATS) formats.clear();
  formats.set(zone, format);
  return format;
}
