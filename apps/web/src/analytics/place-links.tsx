import { namesOf, type AnalyticsPlace } from './analytics-address.ts';
import { PlaceLink } from './asked-place.tsx';
import classes from './place-links.module.css';

interface PlaceLinksProps<Key extends keyof AnalyticsPlace> {
  /** What is chosen here. */
  label: string;
  field: Key;
  names: Readonly<Record<AnalyticsPlace[Key], string>>;
}

/** Choices of one kind, each a place of its own. */
export function PlaceLinks<Key extends keyof AnalyticsPlace>({ label, field, names }: PlaceLinksProps<Key>) {
  return (
    <nav aria-label={label} className={classes['links']}>
      {namesOf(names).map((name) => (
        <PlaceLink key={name} changes={{ [field]: name }}>
          {names[name]}
        </PlaceLink>
      ))}
    </nav>
  );
}
