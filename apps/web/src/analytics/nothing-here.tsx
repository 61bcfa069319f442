import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './chart-box.module.css';

/** In the box of a chart that has nothing to draw. */
export function NothingHere({ children }: { children: ReactNode }) {
  return (
    <div className={`${classes['box']} ${classes['nothing']}`}>
      <Text c="dimmed" size="sm">
        {children}
      </Text>
    </div>
  );
}
