import type { Cell } from './format-csv.ts';
import type { ListedActivity } from './list-activity.ts';
import { localTime } from './local-time.ts';
import { toDollars } from './to-dollars.ts';

/** The columns of an export. Classes of tokens are empty where only their sum is known, as of an expired call. */
export const EXPORT_COLUMNS = [
  'kind',
  'operation_id',
  'started_at_utc',
  'started_at_local',
  'ended_at_utc',
  'ended_at_local',
  'operation',
  'subject_kind',
  'subject_id',
  'subject_title',
  'model',
  'price_version',
  'status',
  'outcome',
  'input_tokens',
  'cached_input_tokens',
  'output_tokens',
  'reasoning_tokens',
  'tokens',
  'cost_usd',
  'cost_nanos',
  'held_tokens',
  'held_usd',
  'held_nanos',
  'overrun_tokens',
  'overrun_nanos',
  'exceeded_limit',
  'is_estimated',
  'is_corrected',
  'scope',
  'reason',
  'note',
] as const;

export type ExportRow = Record<(typeof EXPORT_COLUMNS)[number], Cell>;

/** A call or an adjustment as it is exported. `tokens` and `cost_nanos` of all rows add up to what the meter counted. */
export function exportRow(entry: ListedActivity, zone: string): ExportRow {
  const { operationId, subject } = entry;
  const what = {
    operation_id: operationId,
    subject_kind: subject?.kind ?? null,
    subject_id: subject?.id ?? null,
    subject_title: subject?.title ?? null,
  };
  if (entry.kind === 'adjustment') {
    const { at, scope, reason, note } = entry;
    return {
      ...NOTHING,
      kind: 'adjustment',
      ...what,
      ...times(at, at, zone),
      ...amount(entry),
      scope,
      reason,
      note,
    };
  }
  const { tokens, held, overrun } = entry;
  return {
    ...NOTHING,
    kind: 'call',
    ...what,
    ...times(entry.startedAt, entry.endedAt, zone),
    operation: entry.operation,
    model: entry.model,
    price_version: entry.priceVersion,
    status: entry.status,
    outcome: entry.outcome,
    input_tokens: tokens?.inputTokens ?? null,
    cached_input_tokens: tokens?.cachedInputTokens ?? null,
    output_tokens: tokens?.outputTokens ?? null,
    reasoning_tokens: tokens?.reasoningTokens ?? null,
    ...amount(entry.charged),
    held_tokens: held.tokens,
    held_usd: toDollars(held.costNanos),
    held_nanos: held.costNanos,
    overrun_tokens: overrun.tokens,
    overrun_nanos: overrun.costNanos,
    exceeded_limit: entry.exceeded,
    is_estimated: entry.isEstimated,
    is_corrected: entry.isCorrected,
  };
}

const NOTHING: ExportRow = {
  kind: null,
  operation_id: null,
  started_at_utc: null,
  started_at_local: null,
  ended_at_utc: null,
  ended_at_local: null,
  operation: null,
  subject_kind: null,
  subject_id: null,
  subject_title: null,
  model: null,
  price_version: null,
  status: null,
  outcome: null,
  input_tokens: null,
  cached_input_tokens: null,
  output_tokens: null,
  reasoning_tokens: null,
  tokens: null,
  cost_usd: null,
  cost_nanos: null,
  held_tokens: null,
  held_usd: null,
  held_nanos: null,
  overrun_tokens: null,
  overrun_nanos: null,
  exceeded_limit: null,
  is_estimated: null,
  is_corrected: null,
  scope: null,
  reason: null,
  note: null,
};

function times(startedAt: Date, endedAt: Date | null, zone: string) {
  return {
    started_at_utc: startedAt,
    started_at_local: localTime(startedAt, zone),
    ended_at_utc: endedAt,
    ended_at_local: endedAt && localTime(endedAt, zone),
  };
}

function amount({ tokens, costNanos }: { tokens: number; costNanos: bigint }) {
  return { tokens, cost_usd: toDollars(costNanos), cost_nanos: costNanos };
}
