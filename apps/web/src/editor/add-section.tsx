import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Panel } from '../ui/panel.tsx';
import type { Section } from './sections.ts';

interface AddSectionProps {
  sections: readonly Section[];
  onAdd: (section: Section) => void;
}

export function AddSection({ sections, onAdd }: AddSectionProps) {
  if (sections.length === 0) return null;
  return (
    <Panel title="Add a section">
      <Group gap="xs">
        {sections.map((section) => (
          <Button
            key={section.name}
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onAdd(section)}
          >
            {section.title}
          </Button>
        ))}
      </Group>
    </Panel>
  );
}
