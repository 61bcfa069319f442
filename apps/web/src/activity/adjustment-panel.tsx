import { formatCount, formatMoney } from '@resumint/wording';
import { Panel } from '../ui/panel.tsx';
import { ADJUSTMENT_SCOPES } from './adjustment-names.ts';
import type { ListedAdjustment } from './answers.ts';
import { Facts } from './facts.tsx';

export function AdjustmentPanel({ adjustment }: { adjustment: ListedAdjustment }) {
  const { operationId, tokens, costNanos, scope, note } = adjustment;
  return (
    <Panel title="Adjustment" description="Less than nothing was given back to you.">
      <Facts
        facts={[
          { name: 'Cost', value: formatMoney(costNanos) },
          { name: 'Tokens', value: formatCount(tokens) },
          { name: 'Counts', value: ADJUSTMENT_SCOPES[scope] },
          { name: 'Why', value: note },
          { name: 'Receipt', value: operationId },
        ]}
      />
    </Panel>
  );
}
