import { Stack, Text } from '@mantine/core';
import { describeNoSuggestions, formatCount } from '@resumint/wording';
import { OPERATION_NAMES } from '../usage/operation-names.ts';
import type { Suggestions } from './answers.ts';
import classes from './suggestions.module.css';

/** Why nothing is suggested, with how many calls there are to go by. */
export function NoSuggestions({ callsOf, leastCalls }: Pick<Suggestions, 'callsOf' | 'leastCalls'>) {
  return (
    <Stack gap="sm">
      <Text>{describeNoSuggestions({ callsOf, leastCalls })}</Text>
      <ul className={classes['counts']}>
        {callsOf.map(({ operation, calls }) => (
          <li key={operation}>
            <span>{OPERATION_NAMES[operation] ?? operation}</span>
            <meter
              aria-label={`Calls of “${OPERATION_NAMES[operation] ?? operation}”`}
              min={0}
              max={leastCalls}
              value={Math.min(calls, leastCalls)}
            />
            <span className="number">
              {formatCount(calls)} of {leastCalls} calls
            </span>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
