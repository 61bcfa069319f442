import { Text } from '@mantine/core';
import { formatCount, formatMoney, formatSeconds } from '@resumint/wording';
import { Panel } from '../ui/panel.tsx';
import type { Step } from './answers.ts';
import classes from './steps-panel.module.css';

const NAMES: Record<Step['kind'], string> = {
  hold: 'Held',
  settle: 'Charged',
  release: 'Given free, nothing charged',
  expire: 'Expired, charged as held',
  correct: 'Corrected',
  adjust: 'Adjusted',
};

/** The entries of the ledger that make the receipt, in their order. */
export function StepsPanel({ steps, zone }: { steps: Step[]; zone: string }) {
  return (
    <Panel
      title="What happened"
      description="The entries of your usage record. They are only ever added, and never changed."
    >
      <ol className={classes['steps']}>
        {steps.map(({ kind, at, tokens, costNanos, isEstimated }, index) => (
          <li key={index}>
            <div>
              <Text size="sm" fw={500}>
                {NAMES[kind]}
                {isEstimated && ', as an estimate'}
              </Text>
              <Text size="xs" c="dimmed" className="number">
                {formatSeconds(at, zone)}
              </Text>
            </div>
            {kind !== 'release' && (
              <div className={`${classes['amount']} number`}>
                <Text size="sm" fw={500}>
                  {formatMoney(costNanos)}
                </Text>
                <Text size="xs" c="dimmed">
                  {formatCount(tokens)} tokens
                </Text>
              </div>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
