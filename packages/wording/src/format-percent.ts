/** A share that was rounded down to a tenth of a percent. What rounds to 0 is only called 0 when it is nothing. */
export function formatPercent(percent: number, { isNothing }: { isNothing: boolean }): string {
  return percent === 0 && !isNothing ? '<0.1 %' : `${percent} %`;
}
