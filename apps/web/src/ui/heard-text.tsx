import { Textarea, TextInput, type TextareaProps, type TextInputProps } from '@mantine/core';
import { useIsHeard } from './use-is-heard.ts';

/** A text whose value is a state. */
type Heard<Props> = Omit<Props, 'value' | 'onChange' | 'defaultValue' | 'readOnly'> & {
  value: string;
  onText: (text: string) => void;
};

/** A line of text in which nothing can be typed until the page listens. */
export function HeardTextInput({ onText, ...props }: Heard<TextInputProps>) {
  const isHeard = useIsHeard();
  return (
    <TextInput {...props} readOnly={!isHeard} onChange={({ currentTarget }) => onText(currentTarget.value)} />
  );
}

/** Lines of text in which nothing can be typed until the page listens. */
export function HeardTextarea({ onText, ...props }: Heard<TextareaProps>) {
  const isHeard = useIsHeard();
  return (
    <Textarea {...props} readOnly={!isHeard} onChange={({ currentTarget }) => onText(currentTarget.value)} />
  );
}
