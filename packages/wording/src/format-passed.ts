/** How much of a window has passed, from a share in percent; whole, since it moves while it is looked at. */
export function formatPassed(percent: number): string {
  return `${Math.floor(percent)} % of it has passed`;
}
