'use client';

import Link from 'next/link';
import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import { analyticsHref, type AnalyticsPlace } from './analytics-address.ts';

interface Asked {
  asked: AnalyticsPlace;
  ask: (place: AnalyticsPlace) => void;
}

const AskedContext = createContext<Asked | null>(null);

/**
 * What was asked for last. While the page still shows what was asked for before, choices go on from there: two that are
 * made at once are both made.
 */
export function AskedPlaceProvider({ place, children }: { place: AnalyticsPlace; children: ReactNode }) {
  const [shown, setShown] = useState(place);
  const [asked, ask] = useState(place);
  if (shown !== place) {
    setShown(place);
    ask(place);
  }
  const value = useMemo(() => ({ asked, ask }), [asked]);
  return <AskedContext value={value}>{children}</AskedContext>;
}

interface PlaceLinkProps {
  changes: Partial<AnalyticsPlace>;
  children: ReactNode;
}

/** Leads to what is shown, with something else in it. Works without a script. */
export function PlaceLink({ changes, children }: PlaceLinkProps) {
  const context = use(AskedContext);
  if (!context) throw new Error('A place is chosen within AskedPlaceProvider.');
  const { asked, ask } = context;
  const next = { ...asked, ...changes };
  const href = analyticsHref(next);
  return (
    <Link
      href={href}
      prefetch={false}
      scroll={false}
      onNavigate={() => ask(next)}
      {...(href === analyticsHref(asked) && { 'aria-current': 'true' })}
    >
      {children}
    </Link>
  );
}
