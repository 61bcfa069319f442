/** An instant as the zone's clocks show it, with the zone, so that it can be read anywhere. */
export function formatTime(at: Date, zone: string): string {
  return `${formatClock(at, zone)} ${zone}`;
}

/** The same without the zone, for where it is named once. */
export function formatClock(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zone,
  }).format(at);
}

/** The hour and minute alone, for a day that is known. */
export function formatTimeOfDay(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: zone }).format(at);
}

/** To the second, for what happens within a minute. */
export function formatSeconds(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: zone,
  }).format(at);
}

export function formatDate(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: zone }).format(at);
}
