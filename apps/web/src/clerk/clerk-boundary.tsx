'use client';

import { ClerkProvider, useAuth, useClerk } from '@clerk/nextjs';
import { useCallback, useEffect, type ReactNode } from 'react';
import { SignOutContext } from '../account/sign-out-context.ts';
import type { PublicConfig } from '../public-config.ts';
import { setTokenSource } from '../trpc/fresh-token.ts';

interface ClerkBoundaryProps {
  clerk: NonNullable<PublicConfig['clerk']>;
  nonce: string;
  children: ReactNode;
}

/** Keeps the session that Clerk has opened alive around every page, and ends it on request. */
export default function ClerkBoundary({ clerk, nonce, children }: ClerkBoundaryProps) {
  return (
    <ClerkProvider
      publishableKey={clerk.publishableKey}
      {...(clerk.proxyUrl !== null && proxied(clerk.proxyUrl))}
      nonce={nonce}
      signInUrl="/sign-in"
      signUpUrl="/sign-up"
      afterSignOutUrl="/sign-in"
      telemetry={false}
      appearance={appearance}
    >
      <TokenSource />
      <SignOut>{children}</SignOut>
    </ClerkProvider>
  );
}

/** Clerk takes its scripts from the proxy over https only: where the proxy is a stand-in on loopback it is told better. */
function proxied(proxyUrl: string) {
  if (proxyUrl.startsWith('https:')) return { proxyUrl };
  return {
    proxyUrl,
    __internal_clerkJSUrl: `${proxyUrl}/npm/@clerk/clerk-js@6/dist/clerk.browser.js`,
    __internal_clerkUIUrl: `${proxyUrl}/npm/@clerk/ui@1/dist/ui.browser.js`,
  };
}

/** Before Clerk's script has loaded there is no fresh token, and the cookie has to do. */
function TokenSource() {
  const { isLoaded, getToken } = useAuth();
  useEffect(() => {
    if (!isLoaded) return undefined;
    setTokenSource(() => getToken());
    return () => setTokenSource(null);
  }, [isLoaded, getToken]);
  return null;
}

function SignOut({ children }: { children: ReactNode }) {
  const { signOut } = useClerk();
  const leave = useCallback(async () => {
    // Clerk's own navigation would wait for the transition that it is called in, and that for the navigation.
    await signOut(() => window.location.assign('/sign-in'));
    return undefined;
  }, [signOut]);
  return <SignOutContext value={leave}>{children}</SignOutContext>;
}

/** Clerk's cards in the colors of the app, whichever scheme is on. */
const appearance = {
  variables: {
    colorPrimary: 'var(--mantine-primary-color-filled)',
    colorBackground: 'var(--mantine-color-body)',
    colorForeground: 'var(--mantine-color-text)',
    colorMutedForeground: 'var(--mantine-color-dimmed)',
    colorInput: 'var(--mantine-color-body)',
    colorInputForeground: 'var(--mantine-color-text)',
    colorNeutral: 'var(--mantine-color-text)',
    fontFamily: 'var(--mantine-font-family)',
  },
};
