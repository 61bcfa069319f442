const TITLES: Readonly<Record<string, string>> = {
  'free@1': 'Free',
  'basic@1': 'Basic',
  'premium@1': 'Premium',
};

/** What a version of a plan is called. One that is not known is named as it is. */
export function planTitle(plan: string): string {
  return TITLES[plan] ?? plan;
}
