import { Stack, Text } from '@mantine/core';
import { formatAmount } from '@resumint/wording';
import type { UsageOfLimit } from '../usage/answers.ts';
import { UsageBar } from '../usage/usage-bar.tsx';
import classes from './limits.module.css';

interface CapPreviewProps {
  /** What the bars are of. */
  label: string;
  unit: 'tokens' | 'nanos';
  current: UsageOfLimit;
  /** Null while nothing is changed. */
  next: UsageOfLimit | null;
}

/** What is used and held, against the limit that counts and against the one that is typed. */
export function CapPreview({ label, unit, current, next }: CapPreviewProps) {
  return (
    <Stack gap={6}>
      <Line name="Now" label={label} unit={unit} usage={current} />
      {next && <Line name="New" label={`${label}, under the new limit`} unit={unit} usage={next} />}
    </Stack>
  );
}

interface LineProps {
  name: string;
  label: string;
  unit: 'tokens' | 'nanos';
  usage: UsageOfLimit;
}

function Line({ name, label, unit, usage }: LineProps) {
  const { limit, used, held } = usage;
  return (
    <div className={classes['line']}>
      <Text size="xs" c="dimmed">
        {name}
      </Text>
      {limit === null ? <span /> : <UsageBar label={label} usage={usage} height={10} />}
      <Text size="xs" className={`${classes['amounts']} number`}>
        {formatAmount(used, unit, 'up')}
        {held > 0n && ` + ${formatAmount(held, unit, 'up')} held`}
        {limit === null ? ', unlimited' : ` of ${formatAmount(limit, unit)}`}
      </Text>
    </div>
  );
}
