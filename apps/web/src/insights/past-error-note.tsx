import { SimpleGrid, Text } from '@mantine/core';
import { describePastError, formatAbout, formatAmount, formatDate, formatDeviation } from '@resumint/wording';
import type { PastErrors } from './answers.ts';
import classes from './past-error-note.module.css';

interface PastErrorNoteProps {
  pastError: PastErrors;
  zone: string;
}

const UNITS = [
  { name: 'tokens', title: 'Tokens', unit: 'tokens' },
  { name: 'cost', title: 'Cost', unit: 'nanos' },
] as const;

/** How right such forecasts were, and of each month what was expected and what came. */
export function PastErrorNote({ pastError, zone }: PastErrorNoteProps) {
  const known = UNITS.flatMap((unit) => {
    const error = pastError[unit.name];
    return error ? [{ ...unit, error }] : [];
  });
  // Within the larger of two is what both were.
  const [furthest] = known.toSorted((left, right) => right.error.withinPercent - left.error.withinPercent);
  if (!furthest) return <Text size="sm">{describePastError(null)}</Text>;
  return (
    <details className={classes['note']}>
      <summary>{describePastError(furthest.error)}</summary>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg" mt="sm">
        {known.map(({ name, title, unit, error }) => (
          <table key={name} className={classes['months']}>
            <caption>{title}</caption>
            <thead>
              <tr>
                <th scope="col">Month from</th>
                <th scope="col">Forecast</th>
                <th scope="col">Came to</th>
                <th scope="col">Off by</th>
              </tr>
            </thead>
            <tbody>
              {error.months.map(({ startsAt, expected, actual, percentOff }) => (
                <tr key={startsAt.getTime()}>
                  <th scope="row">{formatDate(startsAt, zone)}</th>
                  <td className="number">≈ {formatAbout(expected, unit)}</td>
                  <td className="number">{formatAmount(actual, unit, 'up')}</td>
                  <td className="number">{formatDeviation(percentOff)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </SimpleGrid>
    </details>
  );
}
