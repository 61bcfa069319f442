'use client';

import { Button, Skeleton, Stack } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useId, useState } from 'react';
import { usePreferences } from '../preferences/use-preferences.tsx';
import { PriceTag } from './price-tag.tsx';
import classes from './priced-button.module.css';
import { reasonsToAsk } from './reasons-to-ask.ts';
import { Unverifiable } from './unverifiable.tsx';
import { useVerifiedQuote } from './use-verified-quote.ts';
import type { QuoteInput } from './use-quote.ts';

// Few calls are asked about.
const ConfirmCall = dynamic(async () => (await import('./confirm-call.tsx')).ConfirmCall, { ssr: false });

interface PricedButtonProps {
  label: string;
  quoteOf: QuoteInput;
  onPress: () => void;
  isRunning?: boolean;
  /** Another model is being chosen: what the price says is about to be another. */
  isRepriced?: boolean;
  variant?: 'filled' | 'light' | 'default';
}

/** Calls a model when it is pressed: has its price before that, and asks again only where there is a reason to. */
export function PricedButton({
  label,
  quoteOf,
  onPress,
  isRunning = false,
  isRepriced = false,
  variant = 'filled',
}: PricedButtonProps) {
  const { quote, isUnverifiable } = useVerifiedQuote(quoteOf);
  const { preferences } = usePreferences();
  const [isAsking, setIsAsking] = useState(false);
  const priceId = useId();
  const isRefused = quote === null || (quote.denial !== null && !isRunning);
  const reasons = quote ? reasonsToAsk(quote, preferences) : [];
  const goOn = () => {
    setIsAsking(false);
    onPress();
  };
  return (
    <Stack gap="xs">
      <div>
        <Button
          variant={variant}
          leftSection={<IconSparkles size={16} aria-hidden />}
          onClick={() => (reasons.length > 0 ? setIsAsking(true) : onPress())}
          loading={isRunning}
          disabled={isRefused || isRepriced}
          aria-describedby={priceId}
          className={classes['button'] ?? ''}
          classNames={{ label: classes['label'] ?? '' }}
        >
          {label}
        </Button>
      </div>
      <div id={priceId} aria-busy={isRepriced} className={classes['price']}>
        {quote ? (
          <PriceTag quote={quote} />
        ) : isUnverifiable ? (
          <Unverifiable />
        ) : (
          <Skeleton height={20} width={280} role="status" aria-label="The price is being computed" />
        )}
      </div>
      {isAsking && quote && (
        <ConfirmCall
          quote={quote}
          label={label}
          reasons={reasons}
          isOff={isRefused || isRepriced}
          onConfirm={goOn}
          onClose={() => setIsAsking(false)}
        />
      )}
    </Stack>
  );
}
