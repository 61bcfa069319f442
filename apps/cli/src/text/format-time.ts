/** An instant as the zone's clocks show it, with the zone, so that it can be read anywhere. */
export function formatTime(at: Date, zone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zone,
  });
  return `${format.format(at)} ${zone}`;
}

export function formatDate(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: zone }).format(at);
}
