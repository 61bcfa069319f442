import { formatAmount } from '@resumint/wording';
import type { WindowLimit } from '../usage/answers.ts';
import type { EffectiveLimit } from './answers.ts';
import { CAP_FIELDS, CAP_NAMES } from './cap-fields.ts';
import { parseCap } from './parse-cap.ts';

type Limits = Record<WindowLimit, EffectiveLimit>;

/** What was typed for limits; what is missing was not touched. */
export type Drafts = Partial<Record<WindowLimit, string>>;

/** What a draft would make of one limit. */
export interface CheckedCap {
  /** What would count; null is unlimited. What counts now where the draft is wrong or none. */
  next: bigint | null;
  isChanged: boolean;
  error: string | null;
}

const PAIRS = [
  ['tokensPerDay', 'tokensPerMonth'],
  ['costPerDay', 'costPerMonth'],
] as const;

/** Checks drafts as the server will, so that nobody has to press to learn what is wrong. */
export function checkCaps(drafts: Drafts, limits: Limits): Record<WindowLimit, CheckedCap> {
  const checked = {
    tokensPerDay: checkOne('tokensPerDay', drafts, limits),
    costPerDay: checkOne('costPerDay', drafts, limits),
    tokensPerMonth: checkOne('tokensPerMonth', drafts, limits),
    costPerMonth: checkOne('costPerMonth', drafts, limits),
  };
  for (const [day, month] of PAIRS) {
    const error = errorOfPair({ day: checked[day], month: checked[month] }, CAP_FIELDS[day].unit);
    if (error !== null) checked[day] = { ...checked[day], error };
  }
  return checked;
}

/** What to ask of the server: changed limits alone. */
export function changedCaps(checked: Record<WindowLimit, CheckedCap>, limits: Limits) {
  const caps: Partial<Record<WindowLimit, bigint | 'granted'>> = {};
  for (const name of CAP_NAMES) {
    const { next, isChanged } = checked[name];
    if (isChanged) caps[name] = next === null || next === limits[name].granted ? 'granted' : next;
  }
  return caps;
}

function checkOne(name: WindowLimit, drafts: Drafts, limits: Limits): CheckedCap {
  const { value, granted } = limits[name];
  const { unit } = CAP_FIELDS[name];
  const unchanged = { next: value, isChanged: false };
  const draft = drafts[name];
  if (draft === undefined) return { ...unchanged, error: null };
  const parsed = parseCap(draft, unit);
  if (parsed.kind === 'wrong') return { ...unchanged, error: parsed.why };
  const next = parsed.kind === 'granted' ? granted : parsed.amount;
  if (granted !== null && next !== null && next > granted) {
    const most = `${formatAmount(granted, unit)}${unit === 'tokens' ? ' tokens' : ''}`;
    return { ...unchanged, error: `You can only lower it: ${most} are granted to you.` };
  }
  return { next, isChanged: next !== value, error: null };
}

function errorOfPair(
  { day, month }: { day: CheckedCap; month: CheckedCap },
  unit: 'tokens' | 'nanos',
): string | null {
  if (day.error !== null || month.error !== null) return day.error;
  if (!day.isChanged && !month.isChanged) return null;
  if (month.next === null || (day.next !== null && day.next <= month.next)) return null;
  return `A day cannot have more than its month, which would have ${formatAmount(month.next, unit)}${unit === 'tokens' ? ' tokens' : ''}.`;
}
