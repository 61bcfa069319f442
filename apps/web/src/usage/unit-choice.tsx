'use client';

import type { Preferences } from '../preferences/preferences.ts';
import { usePreferences } from '../preferences/use-preferences.tsx';
import { ChoiceButtons } from '../ui/choice-buttons.tsx';

const UNITS = [
  { value: 'tokens', label: 'Tokens' },
  { value: 'cost', label: 'Money' },
] as const satisfies { value: Preferences['unit']; label: string }[];

/** What the bars of the sidebar count. */
export function UnitChoice() {
  const { preferences, choose } = usePreferences();
  return (
    <ChoiceButtons
      name="What the bars count"
      options={UNITS}
      value={preferences.unit}
      onChange={(unit) => choose({ unit })}
      size="compact-sm"
    />
  );
}
