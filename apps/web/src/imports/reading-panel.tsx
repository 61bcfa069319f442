import { Button, Divider, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { CallChoice } from '../ai/call-choice.ts';
import type { DraftState } from '../editor/use-draft.ts';
import { explain } from '../ui/explain.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { AiReading } from './ai-reading.tsx';
import { ReadingChoice } from './reading-choice.tsx';
import { aiReadingId, BY_RULES, type Reading } from './reading.ts';
import type { ParseCall } from './use-parse-call.ts';

interface ReadingPanelProps {
  documentId: string;
  rules: Reading | null;
  rulesError: unknown;
  call: ParseCall;
  state: DraftState;
  onRead: (choice: CallChoice) => void;
  onStop: () => void;
  /** Puts a reading, or what was there before it, in the place of the draft. */
  onUse: (from: string, reading: Reading) => void;
  onBringBack: (before: DraftState) => void;
}

/** How the file is read. A reading takes the place of what was typed only when it is asked to, and not for good. */
export function ReadingPanel(props: ReadingPanelProps) {
  const { documentId, rules, rulesError, call, state, onRead, onStop, onUse, onBringBack } = props;
  const [before, setBefore] = useState<DraftState | null>(null);
  const use = (from: string, reading: Reading) => {
    setBefore(state.isKept ? state : null);
    onUse(from, reading);
  };
  const bringBack = (kept: DraftState) => {
    setBefore(null);
    onBringBack(kept);
  };
  const answer = call.kind === 'finished' ? call.answer : null;
  // After a reload the reading itself is gone, and what stands below was made from it.
  const keptId = state.from === BY_RULES ? '' : state.from;
  const aiId = answer ? aiReadingId(answer) : keptId;
  return (
    <Panel title="How it is read">
      <ReadingChoice
        name="By rules"
        note="Free, at once"
        reading={rules}
        isInUse={state.from === BY_RULES}
        onUse={(reading) => use(BY_RULES, reading)}
      >
        {rules === null && <Notice kind="warning">{explain(rulesError)} You can fill it in below.</Notice>}
      </ReadingChoice>
      <Divider />
      <ReadingChoice
        name="With AI"
        note="Charged as used"
        reading={answer}
        isInUse={state.from === aiId}
        onUse={(reading) => use(aiId, reading)}
      >
        <AiReading documentId={documentId} call={call} onRead={onRead} onStop={onStop} />
      </ReadingChoice>
      {before !== null && (
        <Notice kind="info">
          <Group justify="space-between" gap="xs">
            <Text size="sm">What you had before is kept until you leave this page.</Text>
            <Button size="compact-sm" variant="default" onClick={() => bringBack(before)}>
              Bring it back
            </Button>
          </Group>
        </Notice>
      )}
    </Panel>
  );
}
