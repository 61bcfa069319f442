/** A zone in which it is about noon, so that no test runs across the end of a day or a month. */
export function zoneAtNoon(): string {
  const hoursEast = 12 - new Date().getUTCHours();
  // The signs of these zones are turned round: Etc/GMT-3 is three hours east.
  return hoursEast === 0 ? 'Etc/GMT' : `Etc/GMT${hoursEast > 0 ? '-' : '+'}${Math.abs(hoursEast)}`;
}
