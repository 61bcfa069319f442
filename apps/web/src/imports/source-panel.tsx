import { Highlight, Text } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { HeardTextInput } from '../ui/heard-text.tsx';
import { Panel } from '../ui/panel.tsx';
import classes from './source-panel.module.css';

const FEWEST_LETTERS = 2;

/** The text of the file, to compare with, copy from and search. */
export function SourcePanel({ text }: { text: string }) {
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState(0);
  const area = useRef<HTMLDivElement>(null);
  const sought = typed.trim().length < FEWEST_LETTERS ? '' : typed.trim();

  useEffect(() => {
    const marks = area.current?.querySelectorAll('mark') ?? [];
    setFound(marks.length);
    const [first] = marks;
    // Only this area: scrolling into view would move the page with it.
    if (first) area.current?.scrollTo({ top: first.offsetTop - first.offsetHeight * 2 });
  }, [sought]);

  return (
    <Panel title="Text of the file" className={classes['panel']}>
      <HeardTextInput
        type="search"
        aria-label="Find in the text of the file"
        placeholder="Find in the text"
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onText={setTyped}
        rightSectionWidth={84}
        rightSection={
          <Text size="xs" c="dimmed" role="status">
            {sought !== '' && `${found} found`}
          </Text>
        }
      />
      <div ref={area} role="region" aria-label="All of the text" tabIndex={0} className={classes['text']}>
        <Highlight component="span" highlight={sought} size="sm">
          {text}
        </Highlight>
      </div>
    </Panel>
  );
}
