import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { formatAmount } from '@resumint/wording';
import { useRef } from 'react';
import { HeardTextInput } from '../ui/heard-text.tsx';
import type { Summary, WindowLimit } from '../usage/answers.ts';
import { usageOfLimit } from '../usage/usage-of-limit.ts';
import type { DailyRow, EffectiveLimit } from './answers.ts';
import { CAP_FIELDS } from './cap-fields.ts';
import { CapPreview } from './cap-preview.tsx';
import type { CheckedCap } from './check-caps.ts';
import { describeNow, describePast } from './describe-effect.ts';
import { capText } from './parse-cap.ts';
import { pastEffect } from './past-effect.ts';
import { SET_BY } from './set-by.ts';
import { withCap } from './with-cap.ts';

interface CapFieldProps {
  name: WindowLimit;
  limit: EffectiveLimit;
  checked: CheckedCap;
  /** What is typed; undefined while it is untouched. */
  draft: string | undefined;
  onDraft: (text: string) => void;
  summary: Summary;
  /** From which share of the limit on it is near. */
  warnAtPercent: number;
  rows: readonly DailyRow[];
}

/** One limit of a person: what counts and why, a lower one to type, and what that would do. */
export function CapField({
  name,
  limit,
  checked,
  draft,
  onDraft,
  summary,
  warnAtPercent,
  rows,
}: CapFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const { title, unit, window } = CAP_FIELDS[name];
  const { value, reason, granted } = limit;
  const { next, isChanged, error } = checked;
  const usage = usageOfLimit(summary, name);
  const shown = isChanged ? withCap(usage, { cap: next, warnAtPercent }) : null;
  const { zone, enforcement } = summary;
  const running = { unit, resetsAt: summary[window].resetsAt, zone, isSoft: enforcement === 'soft' };
  const granting = granted === null ? 'no limit' : formatAmount(granted, unit);
  const restore = () => {
    onDraft('');
    // The button goes away with what it takes back.
    input.current?.focus();
  };
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="xs" mih={30}>
        <Group gap="xs">
          <Title order={3}>{title}</Title>
          <Badge color={reason === 'user' ? 'pine' : 'gray'} variant="light" tt="none">
            {SET_BY[reason]}
          </Badge>
        </Group>
        {(reason === 'user' || isChanged) && next !== granted && (
          <Button variant="subtle" size="xs" onClick={restore}>
            Restore to {granting}
          </Button>
        )}
      </Group>
      <HeardTextInput
        ref={input}
        label={unit === 'nanos' ? `Dollars a ${window}` : `Tokens a ${window}`}
        description={`You are granted ${granting}. Leave it empty for that.`}
        value={draft ?? capText(value, unit)}
        placeholder={granted === null ? 'No limit' : capText(granted, unit)}
        onText={onDraft}
        error={error}
        inputMode={unit === 'nanos' ? 'decimal' : 'numeric'}
        autoComplete="off"
        maxLength={24}
        {...(unit === 'nanos' && { leftSection: '$' })}
      />
      <CapPreview label={`${title}, this ${window}`} unit={unit} current={usage} next={shown} />
      <div role="status">
        {shown && (
          <>
            <Text size="sm">{describeNow(shown, running)}</Text>
            <Text size="sm" c="dimmed">
              {describePast(pastEffect(rows, { name, cap: next, now: summary.at }))}
            </Text>
          </>
        )}
      </div>
    </Stack>
  );
}
