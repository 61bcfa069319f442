/** The screens that are shown in every state, as they are named in addresses. */
export const SCREENS = [
  'billing',
  'call',
  'activity',
  'analytics',
  'insights',
  'limits',
  'notifications',
] as const;

export type Screen = (typeof SCREENS)[number];

export const SCREEN_TITLES = {
  billing: 'Billing',
  call: 'AI call',
  activity: 'Activity',
  analytics: 'Analytics',
  insights: 'Insights',
  limits: 'My limits',
  notifications: 'Notifications',
} as const satisfies Record<Screen, string>;

export function screenNamed(name: unknown): Screen | undefined {
  return SCREENS.find((screen) => screen === name);
}

export function screenHref(state: string, screen: Screen): string {
  return screen === 'billing' ? `/gallery/${state}` : `/gallery/${state}?screen=${screen}`;
}
