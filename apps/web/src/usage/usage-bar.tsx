import type { UsageOfLimit } from './answers.ts';
import { standingOf } from './standing-of.ts';
import classes from './usage-bar.module.css';

interface UsageBarProps {
  /** Read to who cannot see the bar. */
  label: string;
  usage: UsageOfLimit;
  height?: number;
  /** How much of the window has passed, in percent: marked on the bar. */
  pace?: number;
}

/** What is used of a limit, lighter behind it what running calls hold, and a mark where the time is. */
export function UsageBar({ label, usage, height = 8, pace }: UsageBarProps) {
  const used = Math.min(100, Math.max(0, usage.percentUsed ?? 0));
  const held = Math.min(100 - used, Math.max(0, usage.percentHeld ?? 0));
  return (
    <div
      className={`${classes['track']} ${classes[standingOf(usage)]}`}
      style={{ '--bar-height': `${height}px` }}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={used}
      aria-valuetext={`${usage.percentUsed ?? 0} percent used${held > 0 ? `, ${usage.percentHeld} percent held` : ''}`}
    >
      <div
        className={`${classes['part']} ${classes['used']}`}
        data-some={usage.used > 0n || undefined}
        style={{ width: `${used}%` }}
      />
      <div
        className={`${classes['part']} ${classes['held']}`}
        data-some={usage.held > 0n || undefined}
        style={{ width: `${held}%` }}
      />
      {pace !== undefined && <span className={classes['pace']} style={{ insetInlineStart: `${pace}%` }} />}
    </div>
  );
}
