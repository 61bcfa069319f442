'use client';

import { SignIn, SignUp } from '@clerk/nextjs';

const FORMS = { signIn: SignIn, signUp: SignUp };

interface ClerkFormProps {
  kind: keyof typeof FORMS;
  /** A path of this app. */
  next: string;
}

/** Clerk's own form, on a page of this app. */
export default function ClerkForm({ kind, next }: ClerkFormProps) {
  const Form = FORMS[kind];
  return <Form routing="hash" forceRedirectUrl={next} signInUrl="/sign-in" signUpUrl="/sign-up" />;
}
