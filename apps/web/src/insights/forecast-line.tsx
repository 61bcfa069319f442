import { Badge, Group, Stack, Text } from '@mantine/core';
import { describeForecast, describeReached, formatAbout, formatAmount } from '@resumint/wording';
import type { LimitForecast } from './answers.ts';
import { ForecastBar } from './forecast-bar.tsx';
import classes from './forecast-line.module.css';

interface ForecastLineProps {
  title: string;
  /** The day or the month that it is of. */
  window: string;
  unit: 'tokens' | 'nanos';
  forecast: LimitForecast;
  isBinding: boolean;
  zone: string;
}

/** One limit: where its use comes to, drawn and to the number. */
export function ForecastLine({ title, window, unit, forecast, isBinding, zone }: ForecastLineProps) {
  const { used, held, low, expected, high, limit, reachedAt, earliestAt } = forecast;
  const isOver = reachedAt !== null;
  return (
    <Stack gap={6} role="group" aria-label={`${title}, ${window}`}>
      <Group justify="space-between" gap="xs" align="baseline">
        <Group gap="xs">
          <Text fw={600}>{title}</Text>
          {isBinding && (
            <Badge color={isOver ? 'red' : earliestAt ? 'orange' : 'pine'} variant="light" tt="none">
              Binds first
            </Badge>
          )}
        </Group>
        <Text className="number">
          <Text component="span" fw={600} size="lg">
            ≈ {formatAbout(expected, unit)}
          </Text>
          {limit !== null && (
            <Text component="span" c="dimmed">
              {' '}
              of {formatAmount(limit, unit)}
            </Text>
          )}
        </Text>
      </Group>
      <ForecastBar label={describeForecast(forecast, unit, zone)} forecast={forecast} />
      <dl className={classes['numbers']}>
        <Entry name="Used" value={formatAmount(used, unit, 'up')} />
        <Entry name="Held" value={formatAmount(held, unit, 'up')} />
        <Entry
          name="Likely between"
          value={`${formatAbout(low, unit, 'down')} – ${formatAbout(high, unit)}`}
        />
        <Entry name="At the limit" value={describeReached(forecast, zone)} />
      </dl>
    </Stack>
  );
}

function Entry({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="number">{value}</dd>
    </div>
  );
}
