import { Stack, Text } from '@mantine/core';
import { describeWay } from '@resumint/wording';
import type { Denial } from '../usage/answers.ts';
import { choiceOf, type CallChoice } from './call-choice.ts';
import { PricedButton } from './priced-button.tsx';
import type { QuoteInput } from './use-quote.ts';

interface WayButtonsProps {
  denial: Denial;
  quoteOf: QuoteInput;
  onPress: (choice: CallChoice) => void;
}

/** The ways through that are calls themselves: each with its own price, and made when it is pressed. */
export function WayButtons({ denial, quoteOf, onPress }: WayButtonsProps) {
  const ways = denial.waysThrough.flatMap((way) => {
    const choice = choiceOf(way);
    return choice ? [{ way, choice }] : [];
  });
  if (ways.length === 0) return null;
  return (
    <Stack role="group" aria-label="Ways through" gap="md">
      <Text size="sm" fw={600}>
        What fits right now:
      </Text>
      {ways.map(({ way, choice }) => (
        <PricedButton
          key={way.kind}
          label={capitalized(describeWay(way, denial.zone))}
          quoteOf={{ ...quoteOf, ...choice }}
          onPress={() => onPress(choice)}
          variant="default"
        />
      ))}
    </Stack>
  );
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
