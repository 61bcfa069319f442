import { Badge } from '@mantine/core';
import { formatCount, formatMoney } from '@resumint/wording';
import { describeOutcome } from '../billing/describe-outcome.ts';
import { CallSubject } from '../billing/call-subject.tsx';
import { OPERATION_NAMES } from '../usage/operation-names.ts';
import type { ListedCall } from './answers.ts';
import classes from './entries-table.module.css';
import { TimeCell } from './time-cell.tsx';

export function CallRow({ call, zone }: { call: ListedCall; zone: string }) {
  const { operationId, operation, model, priceVersion, startedAt, status, charged, held, overrun } = call;
  const { text, color, note } = describeOutcome(call);
  const isRunning = status === 'held';
  return (
    <tr role="row" className={classes['row']}>
      <TimeCell name="Receipt" operationId={operationId} at={startedAt} zone={zone} />
      <td role="cell" className={classes['call']}>
        <span className={classes['main']}>
          {OPERATION_NAMES[operation] ?? operation}
          <CallSubject subject={call.subject} />
        </span>
        <span className={classes['note']}>
          {model}, price {priceVersion}
        </span>
      </td>
      <td role="cell" className={classes['tokens']}>
        <span className={classes['main']}>
          {formatCount(isRunning ? held.tokens : charged.tokens)} tokens{isRunning && ' held'}
        </span>
        <Classes tokens={call.tokens} />
      </td>
      <td role="cell" className={classes['charge']}>
        <span className={classes['main']}>
          {isRunning ? `at most ${formatMoney(held.costNanos)}` : formatMoney(charged.costNanos)}
        </span>
        {!isRunning && <span className={classes['note']}>held {formatMoney(held.costNanos)} before</span>}
        {overrun.costNanos > 0n && (
          <span className={classes['note']}>{formatMoney(overrun.costNanos)} more than held</span>
        )}
      </td>
      <td role="cell" className={classes['outcome']}>
        <Badge color={color} variant="light" tt="none">
          {text}
        </Badge>
        {note && <span className={classes['note']}>{note}</span>}
      </td>
    </tr>
  );
}

function Classes({ tokens }: Pick<ListedCall, 'tokens'>) {
  if (!tokens) return null;
  const { inputTokens, cachedInputTokens, outputTokens, reasoningTokens } = tokens;
  return (
    <>
      <span className={classes['note']}>
        {formatCount(inputTokens)} input
        {cachedInputTokens > 0 && `, ${formatCount(cachedInputTokens)} of it cached`}
      </span>
      <span className={classes['note']}>
        {formatCount(outputTokens)} output
        {reasoningTokens > 0 && `, ${formatCount(reasoningTokens)} of it reasoning`}
      </span>
    </>
  );
}
