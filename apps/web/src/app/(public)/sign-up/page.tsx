import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { localPath } from '../../../account/local-path.ts';
import { SignInForm } from '../../../account/sign-in-form.tsx';
import { SignInPage } from '../../../account/sign-in-page.tsx';
import { ClerkSignInPage } from '../../../clerk/clerk-sign-in-page.tsx';
import { publicConfig } from '../../../server/public-config.ts';
import { isSignedIn } from '../../../server/session.ts';
import { AppLink } from '../../../ui/app-link.tsx';

export const metadata: Metadata = { title: 'Create account' };

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const { next } = await searchParams;
  const path = typeof next === 'string' ? next : undefined;
  if (await isSignedIn()) redirect(localPath(path));
  if ((await publicConfig()).clerk) return <ClerkSignInPage kind="signUp" next={localPath(path)} />;
  return (
    <SignInPage
      title="Create your account"
      description="Free: 10,000 tokens a day. No card needed."
      footer={
        <>
          Have an account? <AppLink href="/sign-in">Sign in</AppLink>
        </>
      }
    >
      <SignInForm kind="signUp" next={path} />
    </SignInPage>
  );
}
