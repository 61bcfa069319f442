import { IconChartLine } from '@tabler/icons-react';
import { describeTooLittle } from '@resumint/wording';
import { EmptyState } from '../ui/empty-state.tsx';

/** In place of a forecast that nothing speaks for. */
export function TooLittle(days: { daysWithUse: number; daysNeeded: number }) {
  return (
    <EmptyState icon={IconChartLine} title="No forecast yet">
      {describeTooLittle(days)} It is made by your own days alone, and nothing is made up.
    </EmptyState>
  );
}
