import type { LimitForecast } from './answers.ts';
import { barPlaces } from './bar-places.ts';
import classes from './forecast-bar.module.css';

interface ForecastBarProps {
  /** The same in words, for who cannot see it. */
  label: string;
  forecast: LimitForecast;
}

/** What is used and held, what is expected by the end with the band around it, and the limit. */
export function ForecastBar({ label, forecast }: ForecastBarProps) {
  const { used, soFar, low, expected, high, limit } = barPlaces(forecast);
  return (
    <div role="img" aria-label={label} className={`${classes['bar']} ${classes[standingOf(forecast)]}`}>
      <div className={classes['track']}>
        {limit !== null && limit < 100 && <Part name="past" from={limit} to={100} />}
        <Part name="expected" from={soFar} to={expected} />
        <Part name="used" from={0} to={used} />
        <Part name="held" from={used} to={soFar} />
      </div>
      <Part name="band" from={low} to={high} />
      <span className={classes['mean']} style={{ insetInlineStart: `${expected}%` }} />
      {limit !== null && <span className={classes['limit']} style={{ insetInlineStart: `${limit}%` }} />}
    </div>
  );
}

type PartName = 'past' | 'expected' | 'used' | 'held' | 'band';

function Part({ name, from, to }: { name: PartName; from: number; to: number }) {
  const style = { insetInlineStart: `${from}%`, inlineSize: `${Math.max(0, to - from)}%` };
  return <span className={`${classes['part']} ${classes[name]}`} style={style} />;
}

function standingOf({ reachedAt, earliestAt }: LimitForecast): 'normal' | 'near' | 'over' {
  if (reachedAt) return 'over';
  return earliestAt ? 'near' : 'normal';
}
