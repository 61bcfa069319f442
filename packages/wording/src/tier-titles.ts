/** What each tier of models is called. */
export const TIER_TITLES = {
  economy: 'Economy',
  standard: 'Standard',
  best: 'Best',
} as const;
