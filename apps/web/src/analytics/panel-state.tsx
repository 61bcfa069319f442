import { Skeleton } from '@mantine/core';
import { Failure } from '../ui/failure.tsx';
import { Panel } from '../ui/panel.tsx';
import { PLOT } from './plot.ts';

interface PanelStateProps {
  title: string;
  query: { isError: boolean; error: unknown; refetch: () => unknown };
}

/** In place of a chart of which nothing is known. */
export function PanelState({ title, query: { isError, error, refetch } }: PanelStateProps) {
  return (
    <Panel title={title}>
      {isError ? (
        <Failure title="This cannot be read right now" error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height={PLOT.height} role="status" aria-busy aria-label="It is being read" />
      )}
    </Panel>
  );
}
