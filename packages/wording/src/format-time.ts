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

export function formatDate(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: zone }).format(at);
}
