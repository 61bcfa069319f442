'use client';

import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useActionState, useEffect, useState } from 'react';
import { tellTabs } from '../sync/tabs.ts';
import { Notice } from '../ui/notice.tsx';
import { signIn, signUp, type SignInState } from './sign-in.ts';

const SHORTEST_PASSWORD = 10;

const FORMS = {
  signIn: { action: signIn, button: 'Sign in', autoComplete: 'current-password' },
  signUp: { action: signUp, button: 'Create account', autoComplete: 'new-password' },
} as const;

interface SignInFormProps {
  kind: keyof typeof FORMS;
  next: string | undefined;
}

export function SignInForm({ kind, next }: SignInFormProps) {
  const { action, button, autoComplete } = FORMS[kind];
  const [state, submit, isPending] = useActionState<SignInState, FormData>(action, {
    email: '',
    message: null,
  });
  const zone = useOwnZone();
  // Who comes here has left, or never was: the other tabs look whether they still have a session.
  useEffect(() => tellTabs('session'), []);
  const isNew = kind === 'signUp';
  return (
    <form action={submit}>
      <Stack gap="md">
        {state.message !== null && !isPending && <Notice kind="failure">{state.message}</Notice>}
        <input type="hidden" name="next" value={next ?? ''} />
        {isNew && <input type="hidden" name="zone" value={zone} />}
        <TextInput
          label="Email"
          name="email"
          type="email"
          autoComplete="email"
          required
          withAsterisk={false}
          maxLength={254}
          defaultValue={state.email}
          key={state.email}
        />
        <PasswordInput
          label="Password"
          name="password"
          autoComplete={autoComplete}
          required
          withAsterisk={false}
          maxLength={200}
          {...(isNew && {
            minLength: SHORTEST_PASSWORD,
            description: `At least ${SHORTEST_PASSWORD} characters.`,
          })}
        />
        <Button type="submit" loading={isPending} fullWidth size="md">
          {button}
        </Button>
      </Stack>
    </form>
  );
}

/** The browser's zone, which only the browser knows: days of a new account run in it. */
function useOwnZone(): string {
  const [zone, setZone] = useState('');
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  return zone;
}
