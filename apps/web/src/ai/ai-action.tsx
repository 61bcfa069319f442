'use client';

import { Stack } from '@mantine/core';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { ModelSelect } from '../choices/model-select.tsx';
import { useChoice } from '../choices/use-choice.ts';
import type { Denial } from '../usage/answers.ts';
import type { CallChoice } from './call-choice.ts';
import { PricedButton } from './priced-button.tsx';
import { useVerifiedQuote } from './use-verified-quote.ts';
import type { QuoteInput } from './use-quote.ts';

// Only what is refused needs these.
const DenialNotice = dynamic(async () => (await import('./denial-notice.tsx')).DenialNotice);
const WayButtons = dynamic(async () => (await import('./way-buttons.tsx')).WayButtons);

interface AiActionProps {
  label: string;
  /** On the button that calls the model where a kept answer would do. */
  again?: string;
  quoteOf: QuoteInput;
  /** With what was chosen where a way through was pressed, else with nothing. */
  onPress: (choice: CallChoice) => void;
  isRunning: boolean;
  /** Why the last press was refused. */
  refusal?: Denial | null;
  /** What can be done without AI, where there is something. */
  withoutAi?: ReactNode;
  variant?: 'filled' | 'light';
}

/**
 * A button that calls a model: with its price and the choice of model before the press; where it would be refused, why
 * and what else; and where a kept answer would do, that one and the way to another.
 */
export function AiAction(props: AiActionProps) {
  const {
    label,
    again = label,
    quoteOf,
    onPress,
    isRunning,
    refusal = null,
    withoutAi,
    variant = 'filled',
  } = props;
  const { quote } = useVerifiedQuote(quoteOf);
  const chosen = useChoice(quoteOf.operation);
  const denial = isRunning ? null : (quote?.denial ?? refusal);
  return (
    <Stack gap="xs">
      <PricedButton
        label={quote?.answeredFrom ? 'Take the kept answer' : label}
        quoteOf={quoteOf}
        onPress={() => onPress({})}
        isRunning={isRunning}
        isRepriced={chosen.isChoosing}
        variant={variant}
      />
      {quote?.answeredFrom && (
        <PricedButton
          label={again}
          quoteOf={{ ...quoteOf, fresh: true }}
          onPress={() => onPress({ fresh: true })}
          isRunning={isRunning}
          isRepriced={chosen.isChoosing}
          variant="default"
        />
      )}
      <ModelSelect operation={quoteOf.operation} used={chosen} />
      {denial && (
        <>
          <DenialNotice denial={denial} withoutAi={withoutAi} />
          {quote && <WayButtons denial={denial} quoteOf={quoteOf} onPress={onPress} />}
        </>
      )}
    </Stack>
  );
}
