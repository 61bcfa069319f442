import type { ActivityEntry } from '../answers.ts';
import { receiptJson } from './receipt-json.ts';

/** A call or an adjustment as programs read it. */
export function entryJson(entry: ActivityEntry) {
  const { kind, subject } = entry;
  if (kind === 'call') return { kind, ...receiptJson(entry), subject };
  const { operationId, at, tokens, costNanos, scope, reason, note } = entry;
  return { kind, operationId, at, tokens, costNanos, scope, reason, note };
}
