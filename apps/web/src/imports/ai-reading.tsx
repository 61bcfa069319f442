import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { AiAction } from '../ai/ai-action.tsx';
import type { CallChoice } from '../ai/call-choice.ts';
import { CallFailure } from '../ai/call-failure.tsx';
import { ChargeLine } from '../ai/charge-line.tsx';
import { denialIn } from '../ai/denial-in.ts';
import { StoppedCharge } from '../ai/stopped-charge.tsx';
import type { ParseCall } from './use-parse-call.ts';

interface AiReadingProps {
  documentId: string;
  call: ParseCall;
  onRead: (choice: CallChoice) => void;
  onStop: () => void;
}

const WITHOUT_AI = 'Go on with the reading by rules, which is below, and correct it. It costs nothing.';

/** A call that reads the file: its price before, a way to stop it meanwhile, and its charge after. */
export function AiReading({ documentId, call, onRead, onStop }: AiReadingProps) {
  if (call.kind === 'running') {
    return (
      <Stack gap={4} role="status">
        <Group gap="sm">
          <Button variant="default" onClick={onStop}>
            Stop
          </Button>
          <Loader size="xs" aria-hidden />
          <Text size="sm">Reading your file …</Text>
        </Group>
        <Text size="sm" c="dimmed">
          To stop costs only what has arrived. You can go on below meanwhile.
        </Text>
      </Stack>
    );
  }
  return (
    <>
      <Outcome call={call} />
      <AiAction
        label={call.kind === 'idle' ? 'Read with AI' : 'Read again with AI'}
        again="Read again with AI"
        variant="light"
        quoteOf={{ operation: 'resume.parse', documentId }}
        onPress={onRead}
        isRunning={false}
        refusal={call.kind === 'failed' ? denialIn(call.error) : null}
        withoutAi={WITHOUT_AI}
      />
    </>
  );
}

function Outcome({ call }: { call: ParseCall }) {
  switch (call.kind) {
    case 'finished':
      return <ChargeLine {...call.answer.receipt} />;
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
      return (
        <>
          <CallFailure error={call.error} />
          {!denialIn(call.error) && <Text size="sm">{WITHOUT_AI}</Text>}
        </>
      );
    default:
      return null;
  }
}
