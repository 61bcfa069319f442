import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { screenNamed } from '../../../gallery/screens.ts';
import { StatePage } from '../../../gallery/state-page.tsx';
import { requireGallery } from '../../../server/gallery.ts';
import { preferencesOfRequest } from '../../../server/preferences.ts';

export const metadata: Metadata = { title: 'Gallery' };

interface PageProps {
  params: Promise<{ state: string }>;
  searchParams: Promise<{ screen?: string | string[] }>;
}

export default async function Page({ params, searchParams }: PageProps) {
  const { states, failure, resumeId } = await requireGallery();
  const { state: name } = await params;
  const { screen: screenName = 'billing' } = await searchParams;
  const state = states.find((candidate) => candidate.name === name);
  const screen = screenNamed(screenName);
  if (!state || !screen) notFound();
  return (
    <StatePage
      key={name}
      state={state}
      screen={screen}
      failure={failure}
      resumeId={resumeId}
      preferences={await preferencesOfRequest()}
    />
  );
}
