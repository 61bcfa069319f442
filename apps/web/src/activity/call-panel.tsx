import { Badge } from '@mantine/core';
import { formatSeconds, LIMIT_TITLES } from '@resumint/wording';
import { describeOutcome } from '../billing/describe-outcome.ts';
import { SubjectName } from '../billing/call-subject.tsx';
import { Panel } from '../ui/panel.tsx';
import { OPERATION_NAMES } from '../usage/operation-names.ts';
import type { ListedCall } from './answers.ts';
import { Facts } from './facts.tsx';

/** What a call was, and how it ended. */
export function CallPanel({ call, zone }: { call: ListedCall; zone: string }) {
  const { operationId, operation, model, priceVersion, subject, startedAt, endedAt, exceeded } = call;
  const { text, color, note } = describeOutcome(call);
  const outcome = (
    <Badge color={color} variant="light" tt="none">
      {text}
    </Badge>
  );
  return (
    <Panel title="Call">
      <Facts
        facts={[
          { name: 'Outcome', value: outcome, note },
          { name: 'Operation', value: OPERATION_NAMES[operation] ?? operation },
          { name: 'For', value: subject ? <SubjectName subject={subject} /> : 'not known' },
          { name: 'Model', value: model, note: `price of version ${priceVersion}` },
          { name: 'Begun', value: formatSeconds(startedAt, zone) },
          { name: 'Ended', value: endedAt ? formatSeconds(endedAt, zone) : 'not yet' },
          ...(exceeded
            ? [{ name: 'Past a limit', value: LIMIT_TITLES[exceeded], note: 'your limits only warn' }]
            : []),
          { name: 'Receipt', value: operationId },
        ]}
      />
    </Panel>
  );
}
