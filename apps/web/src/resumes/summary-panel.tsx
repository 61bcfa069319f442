'use client';

import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { AiAction } from '../ai/ai-action.tsx';
import { CallFailure } from '../ai/call-failure.tsx';
import { ChargeLine } from '../ai/charge-line.tsx';
import { denialIn } from '../ai/denial-in.ts';
import { StoppedCharge } from '../ai/stopped-charge.tsx';
import { Panel } from '../ui/panel.tsx';
import classes from './summary-panel.module.css';
import { useSummaryCall, type SummaryCall } from './use-summary-call.ts';

interface SummaryPanelProps {
  resumeId: string;
  /** Puts a summary into the resume. */
  onApply: (summary: string) => Promise<void>;
  isApplying: boolean;
}

const WITHOUT_AI = 'Write the summary yourself with “Edit”. It costs nothing.';

/** Writes a summary that the person can stop, and then use or not. */
export function SummaryPanel({ resumeId, onApply, isApplying }: SummaryPanelProps) {
  const { call, start, stop, clear } = useSummaryCall(resumeId);
  const isRunning = call.kind === 'running';
  return (
    <Panel title="Summary by AI" description="Two to four sentences. Only what your resume says.">
      <Draft call={call} />
      {isRunning && (
        <Group gap="sm">
          <Button variant="default" onClick={stop}>
            Stop
          </Button>
          <Loader size="xs" aria-label="Writing" />
          <Text size="sm" c="dimmed">
            To stop costs only what has arrived.
          </Text>
        </Group>
      )}
      <Outcome call={call} />
      {(call.kind === 'finished' || (call.kind === 'stopped' && call.text !== '')) && (
        <Group gap="sm">
          <Button loading={isApplying} onClick={() => void onApply(call.text).then(clear)}>
            Use this summary
          </Button>
          <Button variant="default" onClick={clear}>
            Discard
          </Button>
        </Group>
      )}
      {!isRunning && (
        <AiAction
          label={call.kind === 'idle' ? 'Write a summary' : 'Write another'}
          variant={call.kind === 'finished' ? 'light' : 'filled'}
          quoteOf={{ operation: 'resume.summarize', resumeId }}
          onPress={(choice) => void start(choice)}
          isRunning={false}
          refusal={call.kind === 'failed' ? denialIn(call.error) : null}
          withoutAi={WITHOUT_AI}
        />
      )}
    </Panel>
  );
}

function Draft({ call }: { call: SummaryCall }) {
  if (call.kind === 'idle' || (call.text === '' && call.kind !== 'running')) return null;
  return (
    <div
      className={classes['draft']}
      aria-live="polite"
      aria-busy={call.kind === 'running'}
      aria-label="Draft summary"
    >
      {call.text === '' ? <Text c="dimmed">Writing …</Text> : <Text>{call.text}</Text>}
    </div>
  );
}

function Outcome({ call }: { call: SummaryCall }) {
  switch (call.kind) {
    case 'finished':
      return (
        <Stack gap={4}>
          <ChargeLine {...call.receipt} />
          {call.result.leftOut.length > 0 && (
            <Text size="sm" c="dimmed">
              Left out, since your resume does not say it: {call.result.leftOut.join(' ')}
            </Text>
          )}
        </Stack>
      );
    case 'stopped':
      return (
        <div>
          <Text size="sm" fw={600}>
            Stopped.
          </Text>
          <StoppedCharge idempotencyKey={call.idempotencyKey} />
        </div>
      );
    case 'failed':
      return <CallFailure error={call.error} />;
    default:
      return null;
  }
}
