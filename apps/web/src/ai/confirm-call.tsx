import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { describeReason, type ReasonToAsk } from '@resumint/wording';
import { AppLink } from '../ui/app-link.tsx';
import type { Quote } from '../usage/answers.ts';
import { PriceTag } from './price-tag.tsx';

interface ConfirmCallProps {
  quote: Quote;
  /** Of the button that was pressed. */
  label: string;
  reasons: ReasonToAsk[];
  /** It would be refused by now. */
  isOff: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before a call that crosses a warning or the person's own amount. */
export function ConfirmCall({ quote, label, reasons, isOff, onConfirm, onClose }: ConfirmCallProps) {
  return (
    <Modal opened onClose={onClose} title={`${label}?`} centered>
      <Stack gap="md">
        <List size="sm" spacing={4}>
          {reasons.map((reason) => (
            <List.Item key={reason.kind === 'warning' ? reason.limit : reason.kind}>
              {describeReason(reason)}
            </List.Item>
          ))}
        </List>
        <PriceTag quote={quote} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Not now
          </Button>
          <Button data-autofocus disabled={isOff} onClick={onConfirm}>
            Go on
          </Button>
        </Group>
        <Text size="xs" c="dimmed">
          You are asked only then. The amount is yours to set in <AppLink href="/settings">Settings</AppLink>.
        </Text>
      </Stack>
    </Modal>
  );
}
