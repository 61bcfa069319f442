'use client';

import type { SavedResume } from './resume-page.tsx';

export function EditResume({ resume, onDone }: { resume: SavedResume; onDone: () => void }) {
  return <button onClick={onDone}>{resume.title}</button>;
}
