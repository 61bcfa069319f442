/** What a person chose for this browser. */
export interface Preferences {
  /** What the bars of the sidebar count. */
  unit: 'tokens' | 'cost';
  /** A call that may cost more than this is asked about first; null to be asked about none for its price. */
  askAboveNanos: bigint | null;
  /** The sidebar is folded away where there is room for it. */
  isFolded: boolean;
}

export const PREFERENCES_COOKIE = 'resumint_preferences';

export const DEFAULT_PREFERENCES: Preferences = { unit: 'tokens', askAboveNanos: null, isFolded: false };

const NANOS = /^\d{1,18}$/;

/** What a cookie says. What it does not, or not rightly, is as nobody chose it. */
export function readPreferences(text: string | undefined): Preferences {
  const said = new URLSearchParams(text);
  const askAbove = said.get('ask') ?? '';
  return {
    unit: said.get('unit') === 'cost' ? 'cost' : DEFAULT_PREFERENCES.unit,
    askAboveNanos: NANOS.test(askAbove) ? BigInt(askAbove) : DEFAULT_PREFERENCES.askAboveNanos,
    isFolded: said.get('folded') === 'yes',
  };
}

/** The same as text that a cookie can hold as it is. */
export function writePreferences({ unit, askAboveNanos, isFolded }: Preferences): string {
  return new URLSearchParams({
    unit,
    ...(askAboveNanos !== null && { ask: String(askAboveNanos) }),
    ...(isFolded && { folded: 'yes' }),
  }).toString();
}
