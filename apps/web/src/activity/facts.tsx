import type { ReactNode } from 'react';
import classes from './facts.module.css';

interface FactsProps {
  facts: { name: string; value: ReactNode; note?: string | null }[];
}

/** Names and what each is, one a line. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className={classes['facts']}>
      {facts.map(({ name, value, note }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="number">
            {value}
            {note && <span>{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
