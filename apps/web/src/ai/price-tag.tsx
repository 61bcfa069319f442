import { Text } from '@mantine/core';
import { formatPrice, LIMIT_TITLES } from '@resumint/wording';
import type { Quote } from '../usage/answers.ts';

/** What a call costs before it is made, and how far it would fill the limit that it fills most. */
export function PriceTag({ quote }: { quote: Quote }) {
  const [effect] = quote.effects;
  return (
    <Text size="sm" c="dimmed" className="number">
      ≈ {formatPrice(quote.expected.costNanos)}, at most {formatPrice(quote.atMost.costNanos)}
      {effect && (
        <>
          {' · '}
          {LIMIT_TITLES[effect.limit]} {effect.percentBefore} → {effect.percentExpected} %, at most{' '}
          {effect.percentAtMost} %
        </>
      )}
    </Text>
  );
}
