'use client';

import { Button, Group, Stack, Switch, Text } from '@mantine/core';
import { formatCount } from '@resumint/wording';
import { explain } from '../ui/explain.ts';
import { Notice } from '../ui/notice.tsx';
import { useIsHeard } from '../ui/use-is-heard.ts';
import { OPERATION_NAMES } from '../usage/operation-names.ts';
import type { Choice } from './answers.ts';
import classes from './models.module.css';
import { TierCard } from './tier-card.tsx';
import { useChoice } from './use-choice.ts';

/** The tiers of one operation, of which one is chosen. It is saved as soon as it is, and so not before the page listens. */
export function OperationModels(choice: Choice) {
  const { operation, tiers, isSuggested, maxOutputTokens, reusesAnswers } = choice;
  const { tier: chosen, isReusing, choose, isChoosing, error } = useChoice(operation);
  const isHeard = useIsHeard();
  return (
    <Stack gap="xs">
      <fieldset className={classes['tiers']} aria-busy={isChoosing} disabled={!isHeard}>
        <legend>{OPERATION_NAMES[operation] ?? operation}</legend>
        <Text size="sm" c="dimmed" className={classes['basis'] ?? ''}>
          {describeBasis(choice)}
        </Text>
        {tiers.map((priced) => {
          const isChosen = priced.tier === chosen;
          return (
            <TierCard
              key={priced.tier}
              name={operation}
              priced={priced}
              isChosen={isChosen}
              isSuggested={isChosen && isSuggested && !isChoosing}
              onChoose={() => choose({ tier: priced.tier })}
            />
          );
        })}
      </fieldset>
      {reusesAnswers !== null && (
        <Switch
          label="Answer a repeated file from what is kept of the last day, at no charge"
          disabled={!isHeard}
          checked={isReusing ?? reusesAnswers}
          onChange={({ currentTarget }) => choose({ reusesAnswers: currentTarget.checked })}
        />
      )}
      {maxOutputTokens !== null && (
        <Group gap="sm">
          <Text size="sm" className="number">
            Answers take at most {formatCount(maxOutputTokens)} tokens, by your choice.
          </Text>
          <Button size="compact-sm" variant="default" onClick={() => choose({ maxOutputTokens: null })}>
            Allow the usual
          </Button>
        </Group>
      )}
      {error !== null && <Notice kind="failure">{explain(error)}</Notice>}
    </Stack>
  );
}

function describeBasis({ basis, n }: Choice): string {
  if (basis === 'estimate') return 'A call for a resume of one to two pages comes to:';
  return n === 1 ? 'A call like your last one comes to:' : `A call like your last ${n} comes to:`;
}
