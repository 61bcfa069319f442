import { formatDuration, formatTime } from '@resumint/wording';

interface ResetTimeProps {
  resetsAt: Date;
  now: number;
  zone: string;
}

const MINUTE_MS = 60_000;

/** How long it is until a window resets; the instant itself, in the person's zone, shows on hover. */
export function ResetTime({ resetsAt, now, zone }: ResetTimeProps) {
  const leftMs = resetsAt.getTime() - now;
  return (
    <time dateTime={resetsAt.toISOString()} title={formatTime(resetsAt, zone)}>
      {leftMs < MINUTE_MS ? 'resets within a minute' : `resets in ${formatDuration(leftMs)}`}
    </time>
  );
}
