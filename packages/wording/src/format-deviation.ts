/** How far something was off, in percent, with its direction. */
export function formatDeviation(percent: number): string {
  return `${percent.toLocaleString('en-US', { signDisplay: 'exceptZero' })} %`;
}
