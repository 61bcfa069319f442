'use client';

import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { Notice } from '../ui/notice.tsx';
import { useUsage } from '../usage/use-usage.ts';
import { DenialNotice } from './denial-notice.tsx';
import { PriceTag } from './price-tag.tsx';
import { useQuote, type QuoteInput } from './use-quote.ts';

interface AiActionProps {
  label: string;
  quoteOf: QuoteInput;
  onPress: () => void;
  isRunning: boolean;
  /** What can be done without AI, where there is something. */
  withoutAi?: ReactNode;
  variant?: 'filled' | 'light';
}

/** A button that calls a model: with its price before the press, and where it would be refused, why and what else. */
export function AiAction({
  label,
  quoteOf,
  onPress,
  isRunning,
  withoutAi,
  variant = 'filled',
}: AiActionProps) {
  const quote = useQuote(quoteOf);
  const priceId = useId();
  // A quote is not asked for again as often as the numbers: it may be one from before they went away.
  const isUnverifiable = useUsage().isError || quote.isError;
  const isVerified = quote.data !== undefined && !isUnverifiable;
  const denial = isVerified && !isRunning ? quote.data.denial : null;
  return (
    <Stack gap="xs">
      <div>
        <Button
          variant={variant}
          leftSection={<IconSparkles size={16} aria-hidden />}
          onClick={onPress}
          loading={isRunning}
          disabled={!isVerified || denial !== null}
          aria-describedby={priceId}
        >
          {label}
        </Button>
      </div>
      <div id={priceId}>
        {isVerified ? (
          <PriceTag quote={quote.data} />
        ) : isUnverifiable ? (
          <Unverifiable />
        ) : (
          <Skeleton height={20} width={280} aria-label="The price is being computed" />
        )}
      </div>
      {denial && <DenialNotice denial={denial} withoutAi={withoutAi} />}
    </Stack>
  );
}

function Unverifiable() {
  return (
    <Notice kind="warning" title="Your limits cannot be verified right now">
      <Text size="sm">
        So no AI call is made, and nothing was spent. This works again by itself as soon as they can be.
      </Text>
    </Notice>
  );
}
