import { HeardTextarea, HeardTextInput } from '../ui/heard-text.tsx';
import classes from './field-input.module.css';
import type { Field, FieldKind } from './sections.ts';

interface FieldInputProps {
  id: string;
  field: Field;
  text: string;
  error: string | undefined;
  onText: (text: string) => void;
}

/** One field, as its kind is typed. */
export function FieldInput({ id, field: { label, kind, hint }, text, error, onText }: FieldInputProps) {
  const common = {
    id,
    label,
    description: hint ?? HINTS[kind],
    error: error && `${label} ${error}`,
    value: text,
    onText,
    // The person's own resume, not the browser's form data.
    autoComplete: 'off',
  };
  if (kind === 'prose' || kind === 'lines') {
    return <HeardTextarea {...common} rows={3} classNames={{ input: classes['grows'] }} />;
  }
  return <HeardTextInput {...common} {...KEYBOARDS[kind]} inputWrapperOrder={ORDER} />;
}

/** Hints stand below, so that inputs beside each other are in one line. */
const ORDER: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

const HINTS: Partial<Record<FieldKind, string>> = { lines: 'One a line' };

const KEYBOARDS = {
  text: {},
  email: { inputMode: 'email', spellCheck: false },
  url: { inputMode: 'url', spellCheck: false, placeholder: 'https://' },
  date: { spellCheck: false, placeholder: '2024-06' },
} as const satisfies Record<Exclude<FieldKind, 'prose' | 'lines'>, unknown>;
