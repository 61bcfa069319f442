'use client';

import type { Outputs } from '@resumint/client';
import { createClient } from '@resumint/client';
import { useCallback, useRef, useState } from 'react';
import { withFreshToken } from '../trpc/fresh-token.ts';
import { fetchWithProgress } from './fetch-with-progress.ts';

type Uploaded = Outputs['documents']['upload'];

/** Sends a file. `progress` is in percent while it is sent, and null otherwise. */
export function useUpload() {
  const [progress, setProgress] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const running = useRef<AbortController | null>(null);

  const upload = useCallback(async (file: File): Promise<Uploaded | null> => {
    const abort = new AbortController();
    running.current = abort;
    setError(null);
    setProgress(0);
    try {
      const form = new FormData();
      form.set('file', file);
      const client = createClient({
        url: '/api/trpc',
        fetch: withFreshToken(fetchWithProgress(setProgress)),
        timeoutMs: 120_000,
      });
      return await client.documents.upload.mutate(form, { signal: abort.signal });
    } catch (failure) {
      if (!abort.signal.aborted) setError(failure);
      return null;
    } finally {
      setProgress(null);
    }
  }, []);
  const cancel = useCallback(() => running.current?.abort(), []);
  return { upload, cancel, progress, error };
}
