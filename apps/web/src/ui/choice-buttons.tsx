'use client';

import { Button } from '@mantine/core';

interface ChoiceButtonsProps<Value extends string> {
  /** What is chosen. */
  name: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
  size?: 'compact-sm' | 'sm';
}

/** One of a few, all of which are shown side by side. */
export function ChoiceButtons<Value extends string>({
  name,
  options,
  value: chosen,
  onChange,
  size = 'sm',
}: ChoiceButtonsProps<Value>) {
  return (
    <div role="group" aria-label={name}>
      <Button.Group>
        {options.map(({ value, label }) => (
          <Button
            key={value}
            size={size}
            variant={value === chosen ? 'light' : 'default'}
            aria-pressed={value === chosen}
            onClick={() => onChange(value)}
            style={{ flex: '1 0 auto' }}
          >
            {label}
          </Button>
        ))}
      </Button.Group>
    </div>
  );
}
