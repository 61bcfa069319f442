import classes from './forecast-key.module.css';

const SIGNS = [
  ['used', 'Used'],
  ['held', 'Held by running calls'],
  ['expected', 'Expected by the end'],
  ['band', 'Likely between'],
  ['limit', 'Limit'],
] as const;

/** What the signs on the bars mean. */
export function ForecastKey() {
  return (
    <ul className={classes['key']} aria-label="What the bars show">
      {SIGNS.map(([sign, name]) => (
        <li key={sign}>
          <span aria-hidden className={`${classes['sign']} ${classes[sign]}`} />
          {name}
        </li>
      ))}
    </ul>
  );
}
