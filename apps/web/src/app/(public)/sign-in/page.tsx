import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { localPath } from '../../../account/local-path.ts';
import { SignInForm } from '../../../account/sign-in-form.tsx';
import { SignInPage } from '../../../account/sign-in-page.tsx';
import { ClerkSignInPage } from '../../../clerk/clerk-sign-in-page.tsx';
import { publicConfig } from '../../../server/public-config.ts';
import { isSignedIn } from '../../../server/session.ts';
import { AppLink } from '../../../ui/app-link.tsx';

export const metadata: Metadata = { title: 'Sign in' };

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const { next } = await searchParams;
  const path = typeof next === 'string' ? next : undefined;
  if (await isSignedIn()) redirect(localPath(path));
  if ((await publicConfig()).clerk) return <ClerkSignInPage kind="signIn" next={localPath(path)} />;
  return (
    <SignInPage
      title="Welcome back"
      description="Sign in to your resumes."
      footer={
        <>
          New here? <AppLink href="/sign-up">Create an account</AppLink>
        </>
      }
    >
      <SignInForm kind="signIn" next={path} />
    </SignInPage>
  );
}
