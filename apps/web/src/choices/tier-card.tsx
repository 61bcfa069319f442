import { Badge } from '@mantine/core';
import { formatMoney, formatPrice, TIER_TITLES } from '@resumint/wording';
import type { TierPrice } from './answers.ts';
import classes from './models.module.css';

interface TierCardProps {
  /** Of the group of which one is chosen. */
  name: string;
  priced: TierPrice;
  isChosen: boolean;
  isSuggested: boolean;
  onChoose: () => void;
}

/** A tier with its model and its price, to choose. */
export function TierCard({ name, priced, isChosen, isSuggested, onChoose }: TierCardProps) {
  const { tier, model, expected, atMost, bands } = priced;
  const [first] = bands;
  return (
    <label className={classes['card']} data-chosen={isChosen || undefined}>
      <span className={classes['head']}>
        <input type="radio" name={name} value={tier} checked={isChosen} onChange={onChoose} />
        <span className={classes['title']}>{TIER_TITLES[tier]}</span>
        {isSuggested && (
          <Badge variant="light" tt="none" size="sm">
            Suggested
          </Badge>
        )}
      </span>
      <span className={`${classes['price']} number`}>
        ≈ {formatPrice(expected.costNanos)}
        <span>, at most {formatPrice(atMost.costNanos)}</span>
      </span>
      <span className={`${classes['model']} number`}>
        {model}
        {first && (
          <span>
            {formatMoney(first.inputNanosPerMillion)} in, {formatMoney(first.outputNanosPerMillion)} out a
            million tokens
          </span>
        )}
      </span>
    </label>
  );
}
