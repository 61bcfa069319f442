import classes from './resume-view.module.css';
import type { ViewEntry } from './view-sections.ts';
import { WebLink } from './web-link.tsx';

/** An entry with a heading of its own. */
export function ViewEntryBlock({
  title,
  subtitle,
  when,
  url,
  texts = [],
  points = [],
  tags = [],
}: ViewEntry) {
  return (
    <>
      <div className={classes['entryHead']}>
        {title !== undefined && <h4 className={classes['entryTitle']}>{title}</h4>}
        {when != null && <span className={classes['when']}>{when}</span>}
      </div>
      {subtitle !== undefined && <p className={classes['subtitle']}>{subtitle}</p>}
      {url !== undefined && (
        <p className={classes['subtitle']}>
          <WebLink address={url} />
        </p>
      )}
      {texts.map((text, place) => text !== undefined && <p key={place}>{text}</p>)}
      {points.length > 0 && (
        <ul className={classes['points']}>
          {points.map((point, place) => (
            <li key={place}>{point}</li>
          ))}
        </ul>
      )}
      {tags.length > 0 && <p className={classes['quiet']}>{tags.join(' · ')}</p>}
    </>
  );
}

/** An entry in a line: "Backend, expert: Go · Rust". */
export function ViewEntryLine({ title, subtitle, tags = [] }: ViewEntry) {
  const head = [title, subtitle].filter((part) => part !== undefined);
  return (
    <>
      <strong>{title}</strong>
      {subtitle !== undefined && `${title === undefined ? '' : ', '}${subtitle}`}
      {head.length > 0 && tags.length > 0 && ': '}
      {tags.join(' · ')}
    </>
  );
}
