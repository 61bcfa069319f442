import { Text } from '@mantine/core';
import { formatCount, formatMoney } from '@resumint/wording';
import { Panel } from '../ui/panel.tsx';
import type { ListedCall } from './answers.ts';
import { Facts } from './facts.tsx';

/** What a call was charged, of what it held before. */
export function ChargePanel({ call }: { call: ListedCall }) {
  const { status, charged, held, overrun, tokens } = call;
  const isRunning = status === 'held';
  const total = isRunning ? held : charged;
  const isOver = overrun.costNanos > 0n || overrun.tokens > 0;
  return (
    <Panel title={isRunning ? 'Held' : 'Charged'}>
      <Text fz="1.75rem" fw={600} lh={1.2} className="number">
        {isRunning && 'at most '}
        {formatMoney(total.costNanos)}
      </Text>
      <Facts
        facts={[
          ...(tokens
            ? [
                {
                  name: 'Input',
                  value: `${formatCount(tokens.inputTokens)} tokens`,
                  note: `${formatCount(tokens.cachedInputTokens)} of them cached`,
                },
                {
                  name: 'Output',
                  value: `${formatCount(tokens.outputTokens)} tokens`,
                  note: `${formatCount(tokens.reasoningTokens)} of them reasoning`,
                },
              ]
            : []),
          {
            name: 'In all',
            value: `${formatCount(total.tokens)} tokens`,
            note: tokens ? null : 'by class only where the provider reports it',
          },
          {
            name: 'Held before',
            value: formatMoney(held.costNanos),
            note: `${formatCount(held.tokens)} tokens, the most it could come to`,
          },
          {
            name: 'Beyond what was held',
            value: isOver ? formatMoney(overrun.costNanos) : 'nothing',
            note: isOver ? `${formatCount(overrun.tokens)} tokens` : null,
          },
        ]}
      />
    </Panel>
  );
}
