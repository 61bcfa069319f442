/** A window of time in epoch milliseconds: from `startsAt` up to but without `endsAt`. */
export interface Span {
  startsAt: number;
  endsAt: number;
}

export function spanOf({ startsAt, endsAt }: Span): Span {
  return { startsAt, endsAt };
}
