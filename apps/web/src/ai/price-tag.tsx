import { Text, VisuallyHidden } from '@mantine/core';
import { formatPrice, LIMIT_TITLES } from '@resumint/wording';
import type { Quote } from '../usage/answers.ts';
import { EarlierCall } from './earlier-call.tsx';
import classes from './price-tag.module.css';

/**
 * What a call costs before it is made, and how far it would fill the limit that it fills most; or that it is free, since
 * it would be answered from an earlier one.
 */
export function PriceTag({ quote }: { quote: Quote }) {
  const [effect] = quote.effects;
  if (quote.answeredFrom) {
    return (
      <Text size="sm" c="dimmed">
        Free: same file as <EarlierCall {...quote.answeredFrom} />
      </Text>
    );
  }
  return (
    <Text size="sm" c="dimmed" className="number">
      <span className={classes['line']}>
        ≈ {formatPrice(quote.expected.costNanos)}, at most {formatPrice(quote.atMost.costNanos)}
      </span>
      {effect && (
        <span className={classes['line']}>
          <VisuallyHidden component="span">; </VisuallyHidden>
          {LIMIT_TITLES[effect.limit]} {effect.percentBefore} → {effect.percentExpected} %, at most{' '}
          {effect.percentAtMost} %
        </span>
      )}
    </Text>
  );
}
