'use client';

import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { formatPercent, LIMIT_TITLES } from '@resumint/wording';
import Link from 'next/link';
import classes from './nearest-limit.module.css';
import { standingOf } from './standing-of.ts';
import standings from './standing-text.module.css';
import { UsageBar } from './usage-bar.tsx';
import { usageOfLimit } from './usage-of-limit.ts';
import { useUsage } from './use-usage.ts';

interface NearestLimitProps {
  /** Also where there is room for the sidebar. */
  isAlwaysShown: boolean;
}

/** Where the sidebar is folded away: how far the nearest limit is used, in one line. */
export function NearestLimit({ isAlwaysShown }: NearestLimitProps) {
  const { data } = useUsage();
  if (!data?.nearest) return null;
  const usage = usageOfLimit(data, data.nearest.limit);
  const percent = formatPercent(data.nearest.percent, { isNothing: usage.used + usage.held <= 0n });
  const title = LIMIT_TITLES[data.nearest.limit];
  return (
    <UnstyledButton
      component={Link}
      href="/billing"
      className={classes['link']}
      {...(!isAlwaysShown && { hiddenFrom: 'md' })}
    >
      <span className={`${classes['text']} ${standings[standingOf(usage)] ?? ''}`}>
        <VisuallyHidden>Nearest limit: {title}, </VisuallyHidden>
        <span className="number">{percent}</span>
        <VisuallyHidden>. Show Billing</VisuallyHidden>
      </span>
      <span aria-hidden className={classes['bar']}>
        <UsageBar label={title} usage={usage} height={4} />
      </span>
    </UnstyledButton>
  );
}
