import { Button, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Panel } from '../ui/panel.tsx';
import type { Chart } from './chart.ts';
import { ChartBox } from './chart-box.tsx';
import classes from './chart-panel.module.css';
import { ChartLegend } from './chart-legend.tsx';
import { ChartTable } from './chart-table.tsx';

interface ChartPanelProps {
  title: string;
  /** The days that it is of, and whose they are. */
  description: ReactNode;
  /** The chart in words. */
  sentence: ReactNode;
  chart: Chart;
  fileHref: string;
  /** In place of the chart, where it has nothing to draw. */
  empty?: ReactNode;
  /** In place of the legend. */
  legend?: ReactNode;
  /** Choices that are of this chart alone. */
  choices?: ReactNode;
}

/** One chart: in words, drawn, as a table and as a file. */
export function ChartPanel({
  title,
  description,
  sentence,
  chart,
  fileHref,
  empty,
  legend,
  choices,
}: ChartPanelProps) {
  return (
    <Panel title={title} description={description}>
      {choices}
      <Text size="sm">{sentence}</Text>
      {empty ?? (
        <Stack gap="sm">
          <ChartBox label={title} chart={chart} />
          {legend ?? <ChartLegend chart={chart} />}
        </Stack>
      )}
      <div className={classes['footer']}>
        <ChartTable name={title} chart={chart} />
        <Button
          component="a"
          href={fileHref}
          download
          variant="default"
          size="xs"
          leftSection={<IconDownload size={14} aria-hidden />}
          aria-label={`${title} as CSV`}
          className={classes['file'] ?? ''}
        >
          CSV
        </Button>
      </div>
    </Panel>
  );
}
