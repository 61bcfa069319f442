'use client';

import { createContext } from 'react';
import { signOut } from './sign-out.ts';

/** Ends the session of this browser where it was opened, and leads to the sign-in. Answers only when it could not. */
export const SignOutContext = createContext<typeof signOut>(signOut);
