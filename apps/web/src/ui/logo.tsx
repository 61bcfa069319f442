import { Group, Text } from '@mantine/core';

export function Logo() {
  return (
    <Group gap={8} wrap="nowrap">
      <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden focusable="false">
        <rect width="32" height="32" rx="8" fill="#1d6b52" />
        <path d="M10 8h12M10 13h12M10 18h7" stroke="#fff" strokeWidth="2.5" strokeLinecap="round" />
        <path d="M10 24h12" stroke="#8bc4b0" strokeWidth="2.5" strokeLinecap="round" strokeDasharray="6 4" />
      </svg>
      <Text component="span" fw={650} size="lg" lh={1}>
        Resumint
      </Text>
    </Group>
  );
}
