import type { ReactNode } from 'react';
import classes from './resume-view.module.css';
import type { Resume } from './resume.ts';
import { WebLink } from './web-link.tsx';

interface ResumeHeaderProps {
  basics: NonNullable<Resume['basics']>;
  /** Nothing follows it. */
  isAll: boolean;
}

/** Whose resume it is, how to reach them, and what they say of themselves. */
export function ResumeHeader({ basics, isAll }: ResumeHeaderProps) {
  const { name, label, summary } = basics;
  const contacts = contactsOf(basics);
  if (isAll && Object.keys(basics).length === 0) {
    return <p className={classes['quiet']}>There is nothing in this resume yet.</p>;
  }
  return (
    <header>
      {name !== undefined && <h2 className={classes['name']}>{name}</h2>}
      {label !== undefined && <p className={classes['label']}>{label}</p>}
      {contacts.length > 0 && (
        <ul className={classes['contacts']} aria-label="Contact">
          {contacts.map((contact, place) => (
            <li key={place}>{contact}</li>
          ))}
        </ul>
      )}
      {summary !== undefined && <p className={classes['summary']}>{summary}</p>}
    </header>
  );
}

function contactsOf({ email, phone, url, location = {}, profiles = [] }: ResumeHeaderProps['basics']) {
  const { address, postalCode, city, region, countryCode } = location;
  const place = [address, [postalCode, city].filter(Boolean).join(' '), region, countryCode];
  const contacts: ReactNode[] = [
    place.filter(Boolean).join(', '),
    email && <a href={`mailto:${email}`}>{email}</a>,
    phone && <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a>,
    url && <WebLink address={url} />,
    ...profiles.map((profile) => profileOf(profile)),
  ];
  return contacts.filter((contact) => contact !== undefined && contact !== '');
}

function profileOf({
  network,
  username,
  url,
}: NonNullable<ResumeHeaderProps['basics']['profiles']>[number]): ReactNode {
  const called = [network, username].filter(Boolean).join(': ');
  return <WebLink address={url}>{called === '' ? undefined : called}</WebLink>;
}
