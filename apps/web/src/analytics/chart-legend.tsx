import { Group, Text } from '@mantine/core';
import type { Chart } from './chart.ts';
import classes from './chart-box.module.css';
import { formatCell } from './format-cell.ts';
import { Swatch } from './swatch.tsx';

/** What is what in a chart. A single series of bars is what the title says. */
export function ChartLegend({ chart: { series, limit, marked, unit } }: { chart: Chart }) {
  const shown = series.filter(({ mark }) => mark !== 'low');
  if (shown.length < 2 && !limit) return null;
  return (
    <Group component="ul" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
      {shown.map((one) => (
        <Text component="li" size="xs" key={one.name}>
          <Swatch series={one} /> {one.mark === 'high' ? 'At least to at most' : one.name}
        </Text>
      ))}
      {limit && (
        <Text component="li" size="xs">
          <span aria-hidden className={classes['limitSwatch']} /> {limit.name}:{' '}
          {formatCell(limit.amount, unit)}
        </Text>
      )}
      {marked && (
        <Text component="li" size="xs">
          <span aria-hidden className={classes['markSwatch']} /> {marked.name}
        </Text>
      )}
    </Group>
  );
}
