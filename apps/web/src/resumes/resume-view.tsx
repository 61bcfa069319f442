import { Paper } from '@mantine/core';
import { ResumeHeader } from './resume-header.tsx';
import classes from './resume-view.module.css';
import type { Resume } from './resume.ts';
import { ViewEntryBlock, ViewEntryLine } from './view-entry.tsx';
import { viewSections } from './view-sections.ts';

/** A resume as it is read. What it does not say is not there. */
export function ResumeView({ resume }: { resume: Resume }) {
  const sections = viewSections(resume);
  return (
    <Paper component="article" className={classes['page']} p={{ base: 'md', sm: 'xl' }}>
      <ResumeHeader basics={resume.basics ?? {}} isAll={sections.length === 0} />
      {sections.map(({ title, isShort, entries }) => (
        <section key={title} className={classes['section']} aria-label={title}>
          <h3 className={classes['heading']}>{title}</h3>
          <ul className={isShort === true ? classes['lines'] : classes['entries']}>
            {entries.map((entry, place) => (
              <li key={place}>
                {isShort === true ? <ViewEntryLine {...entry} /> : <ViewEntryBlock {...entry} />}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Paper>
  );
}
