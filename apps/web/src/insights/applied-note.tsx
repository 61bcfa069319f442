import { Text } from '@mantine/core';
import { formatCount, TIER_TITLES } from '@resumint/wording';
import type { AppliedSuggestion } from './answers.ts';

/** What was before a suggestion, and will be again when it is undone. */
export function AppliedNote({ suggestion }: { suggestion: AppliedSuggestion }) {
  return (
    <Text size="sm" c="dimmed">
      {describeBefore(suggestion)}
    </Text>
  );
}

function describeBefore(suggestion: AppliedSuggestion): string {
  switch (suggestion.kind) {
    case 'cheaperModel': {
      const { tier, model } = suggestion.from;
      return `Before: ${TIER_TITLES[tier]}, ${model}. To undo makes it so again.`;
    }
    case 'shorterOutput': {
      const { maxOutputTokensBefore: before } = suggestion;
      return before === null
        ? 'Before: as long as the operation allows. To undo makes it so again.'
        : `Before: at most ${formatCount(before)} tokens. To undo makes it so again.`;
    }
    case 'repeatedInput':
      return 'A file that was read within a day is answered from that call, at no charge. Before, each was read anew.';
  }
}
